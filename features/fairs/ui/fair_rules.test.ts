import { describe, expect, it } from 'vitest';
import { changeAtOnce, gapPercent, hasPlan, isOver, lossOf, offerCounts, pairsByOrder, progressOf, seatsByCounty } from './fair_rules';

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
    it('knows how far it is while people are ranked, and no more after', () => {
        expect(progressOf({ status: 'waiting', orders: 4, ranked: 0 })).toBe(0);
        expect(progressOf({ status: 'running', orders: 4, ranked: 1 })).toBe(0.25);
        expect(progressOf({ status: 'running', orders: 4, ranked: 4 })).toBeNull();
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
