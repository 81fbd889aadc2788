import type { Fen, Id, Instant, Named } from './common';

export type CounterOfferStatus = 'standing' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'voided';

/** An agency's proposal for an open order: so many seats at another fee. */
export interface CounterOffer {
    id: Id;
    order: Id;
    order_title: string;
    employer: Named;
    agency: Named;
    seats: number;
    fee_fen: Fen;
    order_fee_fen: Fen;
    message: string;
    status: CounterOfferStatus;
    reason: string;
    answer_until_at: Instant;
    share: Id | null;
    created_at: Instant;
}
