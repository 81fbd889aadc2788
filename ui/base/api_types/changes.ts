import type { DateOnly, Fen, Id, Instant, Named } from './common';
import type { Order, OrderSkill, Shift } from './orders';

/** What may still change once an order is published. */
export interface Terms {
    headcount: number;
    description: string;
    address: string;
    starts_on: DateOnly | null;
    ends_on: DateOnly | null;
    shift: Shift;
    hours_per_day_tenths: number | null;
    skills: OrderSkill[];
    education: string | null;
    certificates: string[];
    pay_min_fen: Fen | null;
    pay_max_fen: Fen | null;
    service_fee_fen: Fen;
    hold_hours: number;
    closes_at: Instant | null;
}
export type TermName = keyof Terms;

/** One term that differs. The values have the type of the term. */
export interface TermChange {
    term: TermName;
    before: unknown;
    after: unknown;
}

/** What a change sends: the version that its author saw, and the terms that shall differ. */
export type TermsChange = Partial<Terms> & { version: number };

export interface OrderVersion {
    version: number;
    made_at: Instant;
    terms: Terms;
    /** Against the version before; empty for the first. */
    changes: TermChange[];
}

export interface OrderChange {
    version: number;
    changes: TermChange[];
    /** Shares whose agency is asked. */
    asked: number;
    answer_until_at: Instant | null;
    order: Order;
}

export type ChangeAnswerStatus = 'standing' | 'accepted' | 'declined' | 'run_out' | 'overtaken' | 'voided';

/** What the agency of a share says to a new version. */
export interface ChangeAnswer {
    id: Id;
    order: Id;
    version: number;
    from_version: number;
    share: Id;
    seats: number;
    /** Of those, with somebody in it: they stay as accepted. */
    staffed: number;
    agency: Named;
    status: ChangeAnswerStatus;
    reason: string;
    answer_until_at: Instant;
    given_back: number;
    changes: TermChange[];
    created_at: Instant;
}
