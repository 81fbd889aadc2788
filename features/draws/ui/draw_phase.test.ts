import { describe, expect, it } from 'vitest';
import { phaseOf } from './draw_phase';

describe('where a draw stands', () => {
    const draw = { status: 'open', opens_at: '2026-11-23T09:00:00+08:00', closes_at: '2026-11-24T09:00:00+08:00' } as const;
    it.each([
        ['2026-11-23T08:59:59+08:00', 'soon'], ['2026-11-23T09:00:00+08:00', 'open'], ['2026-11-24T08:59:59+08:00', 'open'], ['2026-11-24T09:00:00+08:00', 'closed'],
    ])('%s: %s', (at, phase) => expect(phaseOf(draw, new Date(at))).toBe(phase));
    it('is what the server says once it is over', () => {
        expect(phaseOf({ ...draw, status: 'drawn' }, new Date('2026-11-23T10:00:00+08:00'))).toBe('drawn');
        expect(phaseOf({ ...draw, status: 'voided' }, new Date('2026-11-23T10:00:00+08:00'))).toBe('voided');
    });
});
