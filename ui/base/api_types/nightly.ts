import type { DateOnly, Instant, PlaceCode, Words } from './common';
import type { Order } from './orders';
import type { ScorePart } from './suggestions';

/** An order that a worker was told of, with why it suits her as things are now. */
export interface DailyOrder {
    order: Order;
    night_on: DateOnly;
    told_at: Instant;
    /** There are still seats to be had. */
    open: boolean;
    /** And she still meets every condition. */
    fits: boolean;
    score: number;
    parts: ScorePart[];
    failed: { filter: string; reason: Words }[];
}

export interface DailyOrders {
    /** She has not turned it off. */
    wanted: boolean;
    /** She is in the public pool, without which nobody is told anything. */
    consented: boolean;
    /** When the last night that is over ended. */
    looked_at: Instant | null;
    today: DailyOrder[];
    earlier: DailyOrder[];
}

/** One night: what was ranked, how long it took, how many were told; the cities within the caller's place. */
export interface NightlyRun {
    night_on: DateOnly;
    begun_at: Instant;
    ended_at: Instant | null;
    position: number;
    ranked_ms: number;
    orders: number;
    people: number;
    pairs: number;
    told: number;
    told_orders: number;
    cities: { city: PlaceCode; told: number; told_orders: number }[];
}

export interface NightlyRuns {
    hour: number;
    orders_per_person: number;
    people_per_order: number;
    items: NightlyRun[];
}
