import { describe, expect, it } from 'vitest';
import { keep, kept, phaseOf, receiptText } from './receipt';

describe('where the bids stand', () => {
    const quote = { status: 'sealed', opens_at: '2026-11-23T09:00:00+08:00', closes_at: '2026-11-24T09:00:00+08:00' } as const;
    it.each([
        ['2026-11-23T08:59:59+08:00', 'soon'], ['2026-11-23T09:00:00+08:00', 'open'], ['2026-11-24T08:59:59+08:00', 'open'], ['2026-11-24T09:00:00+08:00', 'closed'],
    ])('%s: %s', (at, phase) => expect(phaseOf(quote, new Date(at))).toBe(phase));
    it('is what the server says once it is over', () => {
        expect(phaseOf({ ...quote, status: 'opened' }, new Date('2026-11-23T10:00:00+08:00'))).toBe('opened');
        expect(phaseOf({ ...quote, status: 'voided' }, new Date('2026-11-23T10:00:00+08:00'))).toBe('voided');
    });
});

it('a receipt says everything that the commitment was made of', () => {
    const text = receiptText('7', { number: 2, commitment: 'c', fee_fen: 25000, seats: 3, at_least: 1, nonce: 'n' });
    for (const part of ['order=7', 'fee_fen=25000', 'seats=3', 'at_least=1', 'nonce=n', 'commitment=c']) expect(text).toContain(part);
});

it('a receipt is there for the account that made the bid, and for that bid alone', () => {
    keep('1', '7', { number: 2, commitment: 'c', fee_fen: 25000, seats: 3, at_least: 1, nonce: 'n' });
    expect(kept('1', '7', 'c')?.fee_fen).toBe(25000);
    expect(kept('1', '7', 'another')).toBeNull();
    expect(kept('2', '7', 'c')).toBeNull();
});
