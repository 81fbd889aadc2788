import type { Id, Instant, Named, PlaceCode, Words } from './common';

export type ShareStatus =
    | 'held' | 'staffing' | 'delivering' | 'settled' | 'released' | 'withdrawn' | 'defaulted';

/** One fact that the gate saw, with the rule that wanted it. */
export interface GateFact {
    rule: string;
    value: string;
}

export interface Share {
    id: Id;
    order: { id: Id; title: string };
    employer: Named;
    agency: Named;
    seats: number;
    staffed: number;
    status: ShareStatus;
    status_reason: string;
    held_until_at: Instant;
    gate: { rule_version: string; facts: GateFact[] };
    created_at: Instant;
    /** A seat, when agreed for this share; else the order's. */
    service_fee_fen: number | null;
    /** Taken in whole teams of so many; 0: single seats. */
    team_size: number;
    /** Seats of teams that stood once. */
    standing: number;
    /** Until then free seats of standing teams are the agency's to refill. */
    refill_until_at: Instant | null;
    /** Of the order's terms: what the share's next seats are made of. */
    order_version: number;
}

/** Why a default is closed: by its employer, by the authority, by time. */
export type ClosingGround = 'made_good' | 'settled' | 'excused' | 'lapsed';

/** A share's default; its id is its share's. Until it is closed its agency grabs nothing. */
export interface ShareDefault {
    id: Id;
    order: { id: Id; title: string };
    /** Whose authority may excuse it. */
    city: PlaceCode;
    employer: Named;
    agency: Named;
    opened_at: Instant;
    lapses_at: Instant;
    closed_at: Instant | null;
    ground: ClosingGround | null;
    reason: string;
    /** What the reader may say now. */
    may_close_as: ClosingGround[];
}

export interface GateRefusal {
    code: string;
    message: Words;
    satisfy: Words;
    /** For this agency, when a tier keeps it waiting. */
    opens_at: Instant | null;
}

/** Whether the asking agency may grab, before it tries. */
export interface Gate {
    allowed: boolean;
    /** What one grab may take now, within lots, cap, capacity and what is left. */
    min_seats: number;
    max_seats: number;
    refusals: GateRefusal[];
}
