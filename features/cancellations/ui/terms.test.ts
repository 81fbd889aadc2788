import { describe, expect, it } from 'vitest';
import type { CancellationTerms } from '@ui/base/api_types';
import { actsOn, dueText, lineText, rowFor, sideOf, spansOf, spanText } from './terms';

const set: CancellationTerms = {
    number: 1, title: { zh: '标准', en: 'Standard' }, what: { zh: '', en: '' }, source: '', mark: 'P',
    rows: [
        { canceller: 'employer', share_state: 'held', notice_hours: 24, fee_percent: 10, pay_days_tenths: 0 },
        { canceller: 'employer', share_state: 'held', notice_hours: 0, fee_percent: 20, pay_days_tenths: 0 },
        { canceller: 'employer', share_state: 'held', notice_hours: 72, fee_percent: 0, pay_days_tenths: 0 },
        { canceller: 'employer', share_state: 'delivering', notice_hours: 0, fee_percent: 50, pay_days_tenths: 15 },
    ],
};
const say = (key: string, values: Record<string, unknown> = {}): string => `${key} ${Object.values(values).join('/')}`.trim();

describe('cancellation terms', () => {
    it('finds the row with the longest notice that is reached', () => {
        expect(rowFor(set, 'employer', 'held', 0)?.fee_percent).toBe(20);
        expect(rowFor(set, 'employer', 'held', 71)?.fee_percent).toBe(10);
        expect(rowFor(set, 'employer', 'held', 72)?.fee_percent).toBe(0);
        expect(rowFor(set, 'agency', 'held', 72)).toBeNull();
    });
    it('tells spans of notice apart, the longest first', () => {
        expect(spansOf(set, 'employer')).toEqual([{ from: 72, to: null }, { from: 24, to: 72 }, { from: 0, to: 24 }]);
        expect(spanText({ from: 24, to: 72 }, say)).toBe('between days 1/days 3');
        expect(spanText({ from: 0, to: 5 }, say)).toBe('less_than hours 5');
    });
    it('says what is due', () => {
        expect(dueText(rowFor(set, 'employer', 'held', 99), say)).toBe('nothing');
        expect(dueText(rowFor(set, 'employer', 'delivering', 0), say)).toBe('fee_part 50andpay_part 1.5');
        expect(lineText({ kind: 'fee', seats: 3, unit_fen: 100, percent: 50, days_tenths: 0, amount_fen: 150 }, String, say)).toBe('line_fee 3/100/50/150');
    });
    it('gives each party its acts', () => {
        expect(actsOn({ status: 'due' }, 'debtor')).toEqual(['pay', 'dispute']);
        expect(actsOn({ status: 'paid' }, 'debtor')).toEqual([]);
        expect(actsOn({ status: 'paid' }, 'creditor')).toEqual(['confirm', 'dispute']);
        expect(actsOn({ status: 'due' }, null)).toEqual([]);
        const claim = { debtor: { id: '1', name: 'A' }, creditor: { id: '2', name: 'B' } };
        expect(sideOf(claim, '2', 'agency')).toBe('creditor');
        expect(sideOf(claim, '1', 'official')).toBeNull();
    });
});
