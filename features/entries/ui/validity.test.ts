import { describe, expect, it } from 'vitest';
import { chinaDate, lineOf, verdictOf } from './validity';

const version = (at: string, status: 'valid' | 'suspended' | 'revoked', to: string | null = '2027-12-31') => ({ at: `${at}T10:00:00+08:00`, status, valid_to_on: to });

describe('the life of an entry', () => {
    it('begins with its first day and ends after its last', () => {
        const line = lineOf({ valid_from_on: '2026-01-01', valid_to_on: '2027-12-31', history: [version('2026-01-01', 'valid')] }, '2026-07-02');
        expect([line.first, line.last, line.open]).toEqual(['2026-01-01', '2027-12-31', false]);
        expect(line.stretches).toEqual([{ status: 'valid', from: 0, to: 1000, since: '2026-01-01' }]);
        expect(line.today).toBe(249);
    });
    it('waits when it was issued before its first day, and is over after its last', () => {
        const line = lineOf({ valid_from_on: '2026-03-01', valid_to_on: '2026-03-31', history: [version('2026-02-01', 'valid', '2026-03-31'), version('2026-04-10', 'revoked', '2026-03-31')] }, '2026-05-01');
        expect(line.stretches.map((each) => each.status)).toEqual(['waiting', 'valid', 'over', 'revoked']);
        expect(line.today).toBeNull();
    });
    it('shows suspensions', () => {
        const line = lineOf({ valid_from_on: '2026-01-01', valid_to_on: null, history: [version('2026-01-05', 'valid', null), version('2026-06-01', 'suspended', null), version('2026-07-01', 'valid', null)] }, '2026-11-23');
        expect(line.stretches.map((each) => [each.status, each.since])).toEqual([['valid', '2026-01-01'], ['suspended', '2026-06-01'], ['valid', '2026-07-01']]);
        expect(line.open).toBe(true);
        expect(line.stretches.at(-1)?.to).toBe(1000);
    });
    it('joins versions of one status', () => {
        const line = lineOf({ valid_from_on: '2026-01-01', valid_to_on: '2027-12-31', history: [version('2026-01-01', 'valid'), version('2026-05-01', 'valid')] }, '2026-11-23');
        expect(line.stretches).toHaveLength(1);
    });
    it('knows the date in China', () => {
        expect(chinaDate('2026-01-01T20:00:00Z')).toBe('2026-01-02');
    });
});

describe('what everybody is told first', () => {
    it.each([
        ['licence', true, 'in_force_today', 'good'], ['licence', false, 'not_in_force_today', 'bad'], ['none', true, 'in_force_today', 'good'],
        ['exclusion', true, 'listed_today', 'bad'], ['exclusion', false, 'not_listed_today', 'good'], ['warning', true, 'listed_today', 'bad'],
    ] as const)('%s in force: %s', (gate, in_force, word, tone) => { expect(verdictOf(gate, in_force)).toEqual({ word, tone }); });
});
