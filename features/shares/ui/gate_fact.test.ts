import { describe, expect, it } from 'vitest';
import { gateFact } from './gate_fact';

const say = { word: (key: string) => `word ${key}`, label: (table: string, code: string) => `${table} ${code}`, moment: (instant: string) => `moment ${instant}` };
const shown = (rule: string, value: string): string => gateFact({ rule, value }, say);

describe('a fact that the gate kept', () => {
    it('says codes by their labels', () => {
        expect(shown('credential_kind', 'filing')).toBe('credential_kinds filing');
        expect(shown('scope', 'flex')).toBe('order_kinds flex');
    });
    it('says what is no number in words', () => {
        expect(shown('excluded', 'no')).toBe('word no');
        expect(shown('valid_until', 'open_ended')).toBe('word gate_value_open_ended');
        expect(shown('counts', 'recognised')).toBe('word gate_value_recognised');
        expect(shown('capacity', 'unlimited')).toBe('word gate_value_unlimited');
    });
    it('leaves numbers, dates and numbers of credentials as they are', () => {
        expect(shown('in_hand', '14')).toBe('14');
        expect(shown('valid_until', '2028-12-31')).toBe('2028-12-31');
        expect(shown('verified', '2026-11-01T09:00:00+08:00')).toBe('moment 2026-11-01T09:00:00+08:00');
    });
});
