import type { Id, Instant, Named } from './common';

export type DrawStatus = 'open' | 'drawn' | 'voided';
export type DrawOutcome = 'won' | 'partly' | 'refused' | 'none_left' | 'too_few_left' | 'below_lot';

/** One applicant as the public sees it: only winners are named. */
export interface Entrant {
    number: number;
    nonce: string;
    seats: number;
    at_least: number;
    room: number;
    refusal: string | null;
    place: number;
    given: number;
    outcome: DrawOutcome;
    agency: Named | null;
}

/** Public data of a draw; after it, enough to recompute it. */
export interface Draw {
    order: Id;
    rules: string;
    commitment: string;
    opens_at: Instant;
    closes_at: Instant;
    status: DrawStatus;
    applications: number;
    secret: string | null;
    position: number | null;
    seed: string | null;
    seats: number | null;
    lot_min: number | null;
    drawn_at: Instant | null;
    entrants: Entrant[];
}

/** The agency's own application. */
export interface DrawApplication {
    id: Id;
    order: Id;
    order_title: string;
    number: number;
    seats: number;
    at_least: number;
    nonce: string;
    status: 'standing' | 'withdrawn' | 'drawn' | 'voided';
    applied_at: Instant;
    closes_at: Instant;
    outcome: DrawOutcome | null;
    refusal: string | null;
    place: number | null;
    given: number | null;
    share: Id | null;
}
