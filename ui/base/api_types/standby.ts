import type { Id, Instant, Named } from './common';

/** An agency waits for seats of an order that come back. */
export interface Standby {
    id: Id;
    order: Id;
    agency: Named;
    /** Its place in the line. */
    number: number;
    seats: number;
    at_least: number;
    /** How many wait before it. */
    ahead: number;
    status: 'waiting' | 'served' | 'left' | 'over';
    given: number;
    share: Id | null;
    /** The code for which it was last passed over; it kept its place. */
    passed_reason: string;
    passed_at: Instant | null;
    created_at: Instant;
}

export interface StandbyList {
    /** How many wait, seen by all. */
    waiting: number;
    /** An agency's own; all for the employer and supervisors. */
    items: Standby[];
}
