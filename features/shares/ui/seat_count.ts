import type { Gate, Order } from '@ui/base/api_types';

/** How many seats one grab may take now. `least` > `most`: none can be taken. */
export interface SeatBounds {
    least: number;
    most: number;
    /** Whole teams: multiples of this. */
    step?: number;
}

/** The bounds by the order's lots, what is left of it now, and what the gate lets this agency take. */
export function boundsOf(order: Pick<Order, 'lot_min' | 'lot_max' | 'cap_per_agency' | 'remaining'> & Partial<Pick<Order, 'team_size'>>, gate: Gate | null): SeatBounds {
    const most = Math.max(0, Math.min(order.lot_max, order.cap_per_agency, order.remaining, gate?.max_seats ?? Infinity));
    const team = order.team_size ?? 0;
    // Single seats of teams that stand are taken one by one.
    if (team && most < team) return { least: 1, most };
    const least = Math.max(1, order.lot_min, gate?.min_seats ?? 1);
    return team ? { least, most: most - (most % team), step: team } : { least, most };
}

export const canTake = ({ least, most }: SeatBounds): boolean => most >= least;

/** A number that was chosen or typed, brought within the bounds; the least when it is no number at all. */
export function fit(wanted: number, bounds: SeatBounds): number {
    if (!canTake(bounds)) return 0;
    if (!Number.isFinite(wanted)) return bounds.least;
    const step = bounds.step ?? 1;
    return Math.min(bounds.most, Math.max(bounds.least, Math.round(wanted / step) * step));
}

/** Numbers worth a button of their own: the least, about half, the most; each once. */
export function offers(bounds: SeatBounds): number[] {
    if (!canTake(bounds)) return [];
    return [...new Set([bounds.least, fit(Math.ceil(bounds.most / 2), bounds), bounds.most])];
}
