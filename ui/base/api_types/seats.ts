import type { DateOnly, Fen, Id, Instant, Named, PlaceCode } from './common';
import type { PayUnit, Shift } from './orders';

export type SeatStatus =
    | 'offered' | 'accepted' | 'on_site' | 'done'
    | 'declined' | 'expired' | 'no_show' | 'replaced' | 'ended_early';

/** The part of the order that those of the seat need. */
export interface SeatOrder {
    id: Id;
    title: string;
    place: PlaceCode;
    place_name: string;
    address: string;
    /** Teams of so many; 0: no team. */
    team_size: number;
}

/** Accident insurance recorded by the agency; without it nobody starts. */
export interface Insurance {
    policy_number: string;
    valid_from_on: DateOnly;
    valid_to_on: DateOnly;
}

/** Why a worker turned an offer down. */
export type DeclineReason = 'pay' | 'place' | 'time' | 'health' | 'other_work' | 'other';
/** Why a seat on site ended. */
export type EndReason =
    | 'completed' | 'worker_left' | 'employer_ended' | 'injury' | 'order_cancelled' | 'share_withdrawn' | 'other';

export interface Seat {
    id: Id;
    share: Id;
    order: SeatOrder;
    employer: Named;
    agency: Named;
    /** Masked where the reader may not see more. */
    person: Named;
    status: SeatStatus;
    status_reason: string;
    starts_on: DateOnly;
    ends_on: DateOnly;
    shift: Shift;
    pay_unit: PayUnit;
    pay_fen: Fen;
    offered_at: Instant;
    expires_at: Instant;
    accepted_at: Instant | null;
    insurance: Insurance | null;
    worker_started_at: Instant | null;
    employer_started_at: Instant | null;
    started_on: DateOnly | null;
    ended_on: DateOnly | null;
    contract_digest: string;
}

export interface Contract {
    text: string;
    /** SM3 of the text, from the ETag. */
    digest: string | null;
}
