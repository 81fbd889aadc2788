import type { Procurement, ProcurementBid, ProcurementCriterion, ProcurementStatus } from '@ui/base/api_types';

/** The same whole numbers as the server's rules: anybody can repeat the result. */
export const priceScore = (lowest: number, price: number, weight: number): number => Math.floor((2 * lowest * weight * 100 + price) / (2 * price));

export const meanScore = (tenths: number, evaluators: number): number => Math.floor((tenths * 20 + evaluators) / (2 * evaluators));

/** "81.00" */
export const points = (hundredths: number | null): string => (hundredths === null ? '–' : (hundredths / 100).toFixed(2));

/** What one evaluator gave a bid altogether, in tenths. */
export const sheetSum = (bid: ProcurementBid, evaluator: number): number =>
    bid.points.filter((point) => point.evaluator === evaluator).reduce((sum, point) => sum + point.tenths, 0);

export const evaluatorsOf = (bids: ProcurementBid[]): number[] =>
    [...new Set(bids.flatMap((bid) => bid.points.map((point) => point.evaluator)))].sort((one, other) => one - other);

/** Whether every published total follows from the published prices and points. */
export function addsUp(procurement: Procurement): boolean {
    const valid = procurement.bids.filter((bid) => bid.rank !== null && bid.price_fen !== null);
    const lowest = Math.min(...valid.map((bid) => bid.price_fen ?? Infinity));
    return valid.every((bid) => {
        const count = evaluatorsOf([bid]).length;
        const sum = bid.points.reduce((total, point) => total + point.tenths, 0);
        return count > 0 && bid.price_score === priceScore(lowest, bid.price_fen ?? 0, procurement.price_weight)
            && bid.technical_score === meanScore(sum, count) && bid.total_score === (bid.price_score ?? 0) + (bid.technical_score ?? 0);
    });
}

export const weightSum = (price: number, criteria: ProcurementCriterion[]): number => criteria.reduce((sum, each) => sum + (Number(each.weight) || 0), Number(price) || 0);

const TONES: Record<ProcurementStatus, string> = { open: 'accent', evaluating: 'info', announced: 'signal', awarded: 'accent', voided: 'danger' };
export const procurementTone = (status: ProcurementStatus): string => TONES[status];
