import type { Fen, Id, Instant, Named } from './common';
import type { DrawOutcome } from './draws';

export type QuoteStatus = 'sealed' | 'opened' | 'voided';
export type BidStatus = 'standing' | 'withdrawn' | 'opened' | 'broken' | 'voided';

/** One bid as the public sees it: before the opening number and commitment; only winners are ever named. */
export interface PublicBid {
    number: number;
    commitment: string;
    status: BidStatus;
    fee_fen: Fen | null;
    seats: number | null;
    at_least: number | null;
    nonce: string | null;
    room: number | null;
    refusal: string | null;
    lot: number | null;
    place: number | null;
    given: number | null;
    outcome: DrawOutcome | null;
    agency: Named | null;
}

/** Public data of sealed bids; after the opening, enough to check and recompute it. */
export interface Quote {
    order: Id;
    rules: string;
    ceiling_fen: Fen | null;
    opens_at: Instant;
    closes_at: Instant;
    status: QuoteStatus;
    position: number | null;
    seed: string | null;
    seats: number | null;
    lot_min: number | null;
    opened_at: Instant | null;
    bids: PublicBid[];
}

/** The agency's own bid: before the opening without its numbers, which nobody reads. */
export interface OwnBid {
    id: Id;
    order: Id;
    order_title: string;
    number: number;
    commitment: string;
    status: BidStatus;
    bid_at: Instant;
    closes_at: Instant;
    fee_fen: Fen | null;
    seats: number | null;
    at_least: number | null;
    outcome: DrawOutcome | null;
    refusal: string | null;
    place: number | null;
    given: number | null;
    share: Id | null;
}
