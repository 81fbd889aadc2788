import type { Fen, Id, Quote } from '@ui/base/api_types';
import { own } from '@ui/base/preferences';

/** What the bidder keeps of its bid: the platform gives it back to nobody before the opening. */
export interface Receipt {
    number: number;
    commitment: string;
    fee_fen: Fen;
    seats: number;
    at_least: number;
    nonce: string;
}

const nameOf = (order: Id): string => `bid.${order}`;

/** Keeps the receipt in this browser until the account signs out; a browser that refuses to keep anything loses only a convenience. */
export function keep(account: Id, order: Id, receipt: Receipt): void {
    own.keep(account, nameOf(order), JSON.stringify(receipt));
}

/** The receipt kept for this commitment; a bid that was withdrawn or made elsewhere has none here. */
export function kept(account: Id, order: Id, commitment: string): Receipt | null {
    try {
        const found = JSON.parse(own.get(account, nameOf(order)) ?? 'null') as Receipt | null;
        return found?.commitment === commitment ? found : null;
    } catch { return null; }
}

export const receiptText = (order: Id, receipt: Receipt): string =>
    `order=${order} number=${receipt.number} fee_fen=${receipt.fee_fen} seats=${receipt.seats} at_least=${receipt.at_least} nonce=${receipt.nonce} commitment=${receipt.commitment}`;

export type Phase = 'soon' | 'open' | 'closed' | 'opened' | 'voided';

/** Where the bids stand at that time. */
export function phaseOf(quote: Pick<Quote, 'status' | 'opens_at' | 'closes_at'>, now: Date): Phase {
    if (quote.status !== 'sealed') return quote.status;
    if (Date.parse(quote.opens_at) > now.getTime()) return 'soon';
    return Date.parse(quote.closes_at) > now.getTime() ? 'open' : 'closed';
}
