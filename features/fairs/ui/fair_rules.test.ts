import { describe, expect, it } from 'vitest';
import { certainOf, changeAtOnce, gapPercent, hasPlan, isOver, lossOf, offerCounts, pairsByOrder, progressOf, seatsByCounty, stagesOf } from './fair_rules';

const words = { zh: '', en: '' };
const pair = (order: string, person: string, seat: string | null = null, refusal = '') => ({ person: { id: person, name: person }, order, score: 1, by_hand: false, seat, refusal, refusal_text: words });

describe('a fair', () => {
    it('is over with a plan or without', () => {
        expect(['waiting', 'running', 'decided', 'stopped', 'infeasible', 'failed'].map((status) => isOver({ status: status as 'waiting' }))).toEqual([false, false, true, true, true, true]);
        expect(hasPlan({ status: 'stopped' })).toBe(true);
        expect(hasPlan({ status: 'infeasible' })).toBe(false);
    });
    it('shows what hands cost, and what is not proven', () => {
        expect(lossOf({ total: 90, optimum: 100 })).toBe(10);
        expect(gapPercent({ optimum: 100, bound: 100 })).toBe(0);
        expect(gapPercent({ optimum: 190, bound: 200 })).toBe(5);
        expect(gapPercent({ optimum: 0, bound: 0 })).toBe(0);
    });
    it('knows how far it is: of its orders, then of what is certain', () => {
        const begun = { status: 'running', orders: 4, ranked: 4, best_so_far: null, bound_so_far: null } as const;
        expect(progressOf({ ...begun, status: 'waiting', stage: 'ranking', ranked: 0 })).toBe(0);
        expect(progressOf({ ...begun, stage: 'ranking', ranked: 1 })).toBe(0.25);
        expect(progressOf({ ...begun, stage: 'ranking' })).toBeNull();
        expect(progressOf({ ...begun, stage: 'auction' })).toBeNull();
        expect(progressOf({ ...begun, stage: 'proof', best_so_far: 190, bound_so_far: 200 })).toBe(0.95);
    });
    it('is certain of nothing before both a plan and a bound are known', () => {
        expect(certainOf({ best_so_far: 5, bound_so_far: null })).toBeNull();
        expect(certainOf({ best_so_far: null, bound_so_far: 9 })).toBeNull();
        expect(certainOf({ best_so_far: 0, bound_so_far: 0 })).toBe(1);
        expect(certainOf({ best_so_far: -5, bound_so_far: 10 })).toBe(0);
    });
    it('passes three stages, and a fourth where it must', () => {
        expect(stagesOf({ stage: 'auction' })).toEqual(['ranking', 'auction', 'proof']);
        expect(stagesOf({ stage: 'search' })).toEqual(['ranking', 'auction', 'proof', 'search']);
        expect(stagesOf({ stage: 'floors' })).toEqual(['ranking', 'auction', 'proof', 'floors']);
    });
    it('adds seats up by county', () => {
        const orders = [{ place: '511502', seats: 3, filled: 2 }, { place: '511502', seats: 2, filled: 0 }, { place: '510502', seats: 1, filled: 1 }];
        expect([...seatsByCounty(orders, 'filled')]).toEqual([['511502', 2], ['510502', 1]]);
        expect(seatsByCounty(orders, 'empty').get('511502')).toBe(3);
    });
    it('knows what an edit does to the total at once', () => {
        const list = [{ ...pair('a', '1'), score: 700 }, { ...pair('b', '2'), score: 600 }];
        expect(changeAtOnce({ pair_list: list, several: false }, { person: { id: '2' }, score: 650 }, '1', 'a')).toBe(-650);
        expect(changeAtOnce({ pair_list: list, several: false }, { person: { id: '3' }, score: 650 }, '1', 'a')).toBe(-50);
        expect(changeAtOnce({ pair_list: list, several: false }, { person: { id: '3' }, score: 650 }, '', 'b')).toBe(650);
        expect(changeAtOnce({ pair_list: list, several: true }, { person: { id: '3' }, score: 650 }, '', 'b')).toBeNull();
    });
    it('groups pairs and counts offers', () => {
        const list = [pair('a', '1', 's'), pair('a', '2', null, 'person_overlap'), pair('b', '3')];
        expect(pairsByOrder(list).get('a')).toHaveLength(2);
        expect(offerCounts({ pair_list: list })).toEqual({ offered: 1, refused: 1, waiting: 1 });
    });
});
