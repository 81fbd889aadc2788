import { describe, expect, it } from 'vitest';
import { difference, differenceText } from './difference';

describe('what a counter-offer changes for the employer', () => {
    const money = (fen: number): string => `¥${fen / 100}`;
    it.each([
        [26000, 20000, 4, 24000, '+¥240'], [15000, 20000, 2, -10000, '−¥100'], [20000, 20000, 3, 0, ''],
    ])('%i instead of %i for %i seats', (fee_fen, order_fee_fen, seats, fen, text) => {
        expect(difference({ fee_fen, order_fee_fen, seats })).toBe(fen);
        expect(differenceText({ fee_fen, order_fee_fen, seats }, money)).toBe(text);
    });
});
