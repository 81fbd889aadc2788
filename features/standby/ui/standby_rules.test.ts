import { describe, expect, it } from 'vitest';
import { mayWait, problemOf } from './standby_rules';

const order = { status: 'filled', mode: 'race', open_to_all: false, remaining: 0, lot_min: 1, lot_max: 8, cap_per_agency: 8, team_size: 0 } as const;

describe('standing by', () => {
    it('is for orders that are first come and have not enough left', () => {
        expect(mayWait(order)).toBe(true);
        expect(mayWait({ ...order, mode: 'draw' })).toBe(false);
        expect(mayWait({ ...order, mode: 'draw', open_to_all: true })).toBe(true);
        expect(mayWait({ ...order, status: 'open', remaining: 8 })).toBe(false);
        expect(mayWait({ ...order, status: 'running' })).toBe(false);
    });
    it('wants numbers that the order could give', () => {
        expect(problemOf(3, 1, order)).toBeNull();
        expect(problemOf(9, 1, order)).toBe('wrong_lots');
        expect(problemOf(3, 4, order)).toBe('wrong_least');
        expect(problemOf(3, 1, { ...order, team_size: 4 })).toBe('wrong_team');
        expect(problemOf(2, 1, { ...order, remaining: 3 })).toBe('wrong_needless');
    });
});
