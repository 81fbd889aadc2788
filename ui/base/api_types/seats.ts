import type { DateOnly, Fen, Id, Instant, Named, PlaceCode } from './common';
import type { PayUnit, Shift } from './orders';

export type SeatStatus =
    | 'offered' | 'accepted' | 'on_site' | 'done'
    | 'declined' | 'expired' | 'no_show' | 'replaced' | 'ended_early';

/** The part of the order that its worker needs. */
export interface SeatOrder {
    id: Id;
    title: string;
    place: PlaceCode;
    place_name?: string;
    address: string;
    starts_on: DateOnly;
    ends_on: DateOnly | null;
    shift: Shift;
    hours_per_day?: number;
    pay_unit: PayUnit;
    pay_min_fen: Fen;
    pay_max_fen: Fen;
}

export interface Insurance {
    policy_number: string;
    valid_from_on: DateOnly;
    valid_to_on: DateOnly;
}

export interface Seat {
    id: Id;
    share: Id;
    order: SeatOrder;
    employer: Named;
    agency: Named;
    person: Named;
    status: SeatStatus;
    offered_at: Instant;
    expires_at: Instant | null;
    accepted_at: Instant | null;
    insurance: Insurance | null;
    worker_started_at: Instant | null;
    employer_started_at: Instant | null;
    started_on: DateOnly | null;
    ended_on: DateOnly | null;
    contract_digest: string | null;
    reason: string | null;
}

export interface Contract {
    text: string;
    /** SM3 of the text, from the ETag. */
    digest: string | null;
}
