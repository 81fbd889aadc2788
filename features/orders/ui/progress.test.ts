import { describe, expect, it } from 'vitest';
import { funnelSteps, seatParts } from './progress';

const progress = { headcount: 20, grabbed: 14, seats: { offered: 2, accepted: 3, on_site: 4, done: 1, declined: 5, ended_early: 1 } };

describe('where the seats stand', () => {
    it('adds up to the headcount', () => {
        expect(seatParts({ headcount: 20, remaining: 6 }, progress).reduce((sum, part) => sum + part.value, 0)).toBe(20);
    });
    it('counts everything grabbed as being staffed while progress is unknown', () => {
        expect(seatParts({ headcount: 20, remaining: 6 }, null).map((part) => part.value)).toEqual([0, 0, 14, 6]);
    });
    it('never grows along the funnel', () => {
        const values = funnelSteps(progress).map((step) => step.value);
        expect(values).toEqual([20, 14, 11, 9, 6, 1]);
    });
});
