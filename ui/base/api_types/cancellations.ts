import type { Fen, Id, Instant, Named, Words } from './common';
import type { ShareStatus } from './shares';

export type Canceller = 'employer' | 'agency';

/** Who cancels, how far the share is, with how much notice: what is due for each seat. */
export interface CancellationTermsRow {
    canceller: Canceller;
    share_state: ShareStatus;
    /** At least so many before the first day of work. */
    notice_hours: number;
    fee_percent: number;
    pay_days_tenths: number;
}

export interface CancellationTerms {
    number: number;
    title: Words;
    what: Words;
    rows: CancellationTermsRow[];
    source: string;
    mark: 'F' | 'K' | 'P';
}

export interface CancellationOffer {
    default_set: number;
    sets: CancellationTerms[];
}

/** No set: published before there were any; nothing is due. */
export interface OrderCancellationTerms {
    set: CancellationTerms | null;
    frozen_at: Instant | null;
}

export type ClaimStatus = 'due' | 'paid' | 'confirmed' | 'waived' | 'disputed';

/** One line of a claim's arithmetic. */
export interface ClaimLine {
    kind: 'fee' | 'pay';
    seats: number;
    /** The service fee of a seat, or the pay of a day. */
    unit_fen: Fen;
    percent: number;
    days_tenths: number;
    amount_fen: Fen;
}

export interface CancellationClaim {
    id: Id;
    order: { id: Id; title: string };
    share: Id;
    debtor: Named;
    creditor: Named;
    canceller: Canceller;
    share_state: ShareStatus;
    notice_hours: number;
    seats: number;
    terms_title: Words;
    lines: ClaimLine[];
    amount_fen: Fen;
    status: ClaimStatus;
    reference: string;
    reason: string;
    created_at: Instant;
    changed_at: Instant;
}
