import { describe, expect, it } from 'vitest';
import { boundsOf, canTake, fit, offers } from './seat_count';

const order = { lot_min: 2, lot_max: 10, cap_per_agency: 12, remaining: 30 };
const gate = { allowed: true, min_seats: 2, max_seats: 8, refusals: [] };

describe('how many seats one grab may take', () => {
    it('keeps to the lots before the gate has answered', () => expect(boundsOf(order, null)).toEqual({ least: 2, most: 10 }));
    it('takes the gate’s word when it is smaller', () => expect(boundsOf(order, gate)).toEqual({ least: 2, most: 8 }));
    it('follows the seats that are left, live', () => expect(boundsOf({ ...order, remaining: 5 }, gate)).toEqual({ least: 2, most: 5 }));
    it('steps in whole teams, and takes single seats of standing teams one by one', () => {
        const team = { lot_min: 4, lot_max: 8, cap_per_agency: 8, remaining: 7, team_size: 4 };
        expect(boundsOf(team, null)).toEqual({ least: 4, most: 4, step: 4 });
        expect(fit(6, { least: 4, most: 8, step: 4 })).toBe(8);
        expect(boundsOf({ ...team, remaining: 3 }, null)).toEqual({ least: 1, most: 3 });
    });
    it('says when fewer are left than the smallest lot', () => {
        const bounds = boundsOf({ ...order, remaining: 1 }, gate);
        expect(canTake(bounds)).toBe(false);
        expect(fit(3, bounds)).toBe(0);
        expect(offers(bounds)).toEqual([]);
    });
});

describe('stepping', () => {
    const bounds = { least: 2, most: 8 };
    it.each([[1, 2], [2, 2], [5, 5], [9, 8], [Number.NaN, 2], [3.4, 3]])('%s becomes %s', (wanted, kept) => expect(fit(wanted, bounds)).toBe(kept));
    it('offers each number once', () => {
        expect(offers(bounds)).toEqual([2, 4, 8]);
        expect(offers({ least: 1, most: 1 })).toEqual([1]);
        expect(offers({ least: 3, most: 4 })).toEqual([3, 4]);
    });
});
