import type { Order, Standby } from '@ui/base/api_types';

/** The one that still waits. */
export const waitingOf = (all: Standby[]): Standby | null => all.find((each) => each.status === 'waiting') ?? null;

/** Whether an agency may register now: first come, in the market, not so many left (features/standby/rules.cpp). */
export function mayWait(order: Pick<Order, 'status' | 'mode' | 'open_to_all' | 'remaining' | 'lot_max' | 'cap_per_agency'>): boolean {
    const firstCome = order.mode === 'race' || order.open_to_all;
    return firstCome && (order.status === 'open' || order.status === 'filled') && order.remaining < Math.min(order.lot_max, order.cap_per_agency);
}

/** What is wrong with the numbers, as a word; null when nothing is. */
export function problemOf(seats: number, least: number, order: Pick<Order, 'lot_min' | 'lot_max' | 'team_size' | 'remaining'>): string | null {
    if (!Number.isInteger(seats) || seats < order.lot_min || seats > order.lot_max) return 'wrong_lots';
    if (order.team_size && seats % order.team_size) return 'wrong_team';
    if (seats <= order.remaining) return 'wrong_needless';
    return Number.isInteger(least) && least >= 1 && least <= seats ? null : 'wrong_least';
}
