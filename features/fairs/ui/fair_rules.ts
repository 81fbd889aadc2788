import type { Fair, FairDetail, FairOrder, FairPair, FairStage, PlaceCode } from '@ui/base/api_types';

export const isOver = (fair: Pick<Fair, 'status'>): boolean => fair.status !== 'waiting' && fair.status !== 'running';
export const hasPlan = (fair: Pick<Fair, 'status'>): boolean => fair.status === 'decided' || fair.status === 'stopped';

/** What the edits by hand cost against the plan as it was computed. */
export const lossOf = (fair: Pick<Fair, 'total' | 'optimum'>): number => fair.optimum - fair.total;

/** By how much, of a hundred, a better plan could at most exceed the computed one. */
export function gapPercent(fair: Pick<Fair, 'optimum' | 'bound'>): number {
    if (fair.bound <= fair.optimum || fair.bound <= 0) return 0;
    return (100 * (fair.bound - fair.optimum)) / fair.bound;
}

/** The stages of a run that every fair passes; `search` and `floors` come only where they are needed. */
export function stagesOf(fair: Pick<Fair, 'stage'>): FairStage[] {
    const always: FairStage[] = ['ranking', 'auction', 'proof'];
    return always.includes(fair.stage) ? always : [...always, fair.stage];
}

/** How near the best plan found so far is certain to be to the best there is, 0 … 1; null: nothing is certain yet. */
export function certainOf(fair: Pick<Fair, 'best_so_far' | 'bound_so_far'>): number | null {
    if (fair.best_so_far === null || fair.bound_so_far === null) return null;
    if (fair.bound_so_far <= fair.best_so_far) return 1;
    return Math.max(0, fair.best_so_far / fair.bound_so_far);
}

/** How far a run is: of its orders first, then of the proof; unknown (null) between, because nobody knows how long an auction takes. */
export function progressOf(fair: Pick<Fair, 'orders' | 'ranked' | 'status' | 'stage' | 'best_so_far' | 'bound_so_far'>): number | null {
    if (fair.status === 'waiting') return 0;
    if (fair.stage === 'ranking') return fair.ranked < fair.orders ? fair.ranked / fair.orders : null;
    return certainOf(fair);
}

export type MapSide = 'filled' | 'empty';
/** Seats by county, for the map. */
export function seatsByCounty(orders: Pick<FairOrder, 'place' | 'seats' | 'filled'>[], side: MapSide): Map<PlaceCode, number> {
    const sums = new Map<PlaceCode, number>();
    for (const order of orders) sums.set(order.place, (sums.get(order.place) ?? 0) + (side === 'filled' ? order.filled : order.seats - order.filled));
    return sums;
}

/** The pairs of each order, in the order in which the server gave them. */
export function pairsByOrder(pairs: FairPair[]): Map<string, FairPair[]> {
    const found = new Map<string, FairPair[]>();
    for (const pair of pairs) found.set(pair.order, [...(found.get(pair.order) ?? []), pair]);
    return found;
}

/**
 * What one edit does to the total at once: the new pair comes, the replaced one goes, and so does the person's present place. Unknown
 * (null) where a person may have several orders.
 */
export function changeAtOnce(fair: Pick<FairDetail, 'pair_list' | 'several'>, choice: { person: { id: string }; score: number }, replaced: string, order: string): number | null {
    if (fair.several) return null;
    const gone = fair.pair_list.filter((pair) => pair.person.id === choice.person.id || (pair.order === order && pair.person.id === replaced));
    return choice.score - gone.reduce((sum, pair) => sum + pair.score, 0);
}

export interface OfferCounts { offered: number; refused: number; waiting: number }
export function offerCounts(fair: Pick<FairDetail, 'pair_list'>): OfferCounts {
    const offered = fair.pair_list.filter((pair) => pair.seat !== null).length;
    const refused = fair.pair_list.filter((pair) => pair.seat === null && pair.refusal !== '').length;
    return { offered, refused, waiting: fair.pair_list.length - offered - refused };
}
