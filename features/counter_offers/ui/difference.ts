import type { CounterOffer } from '@ui/base/api_types';

/** How much dearer (+) or cheaper (−) for the employer than the order's fee, over all seats, in fen. */
export const difference = (offer: Pick<CounterOffer, 'seats' | 'fee_fen' | 'order_fee_fen'>): number =>
    (offer.fee_fen - offer.order_fee_fen) * offer.seats;

/** The same as text with its sign; "" when there is none. */
export function differenceText(offer: Pick<CounterOffer, 'seats' | 'fee_fen' | 'order_fee_fen'>, money: (fen: number) => string): string {
    const fen = difference(offer);
    return fen === 0 ? '' : fen > 0 ? `+${money(fen)}` : `−${money(-fen)}`;
}
