import { describe, expect, it } from 'vitest';
import type { ChangeAnswer, Order } from '@ui/base/api_types';
import { asksHolders, changeOf, namesIn, standingOf, valueText, type Show } from './changes';

const order = { version: 3, headcount: 6, address: '二车间', pay_min_fen: 20000, pay_max_fen: 26000, closes_at: '2026-12-20T10:00:30.000+08:00', skills: [{ name: '焊工', required: true, level: 0 }], education: null, certificates: [] } as unknown as Order;

describe('changed terms', () => {
    it('sends only what differs', () => {
        expect(changeOf(order, { headcount: 8, address: '二车间', pay_min_fen: 20000, closes_at: '2026-12-20T10:00:00+08:00', skills: [{ name: '焊工', required: true }], education: '', certificates: [] })).toEqual({ version: 3, headcount: 8 });
        expect(namesIn(changeOf(order, { pay_max_fen: 30000, address: '三车间' }))).toEqual(['address', 'pay_max_fen']);
        expect(changeOf(order, { kind: 'flex' }), 'what may not change is never sent').toEqual({ version: 3 });
    });
    it('knows whom a change concerns', () => {
        expect(asksHolders(['headcount', 'closes_at'])).toBe(false);
        expect(asksHolders(['headcount', 'address'])).toBe(true);
    });
    it('says values as people read them', () => {
        const show: Show = { money: (fen) => `¥${fen / 100}`, date: (date) => date, exact: (at) => at, hours: (n) => String(n / 10), label: (table, code) => `${table}:${code}`, t: (key, values = {}) => [key, ...Object.values(values)].join(' ') };
        expect(valueText('pay_min_fen', 26000, show)).toBe('¥260');
        expect(valueText('education', null, show)).toBe('any');
        expect(valueText('address', '', show)).toBe('not_said');
        expect(valueText('hours_per_day_tenths', 80, show)).toBe('n_hours 8');
        expect(valueText('skills', [{ name: '焊工', required: true }, { name: '叉车' }], show)).toBe('焊工requiredcomma叉车');
    });
    it('finds what may still be answered', () => {
        const answer = { status: 'standing', agency: { id: '7' }, answer_until_at: '2026-12-01T00:00:00Z' } as ChangeAnswer;
        const before = Date.parse('2026-11-30T00:00:00Z');
        expect(standingOf([answer], '7', before)).toHaveLength(1);
        expect(standingOf([answer], '8', before)).toHaveLength(0);
        expect(standingOf([answer], '7', Date.parse('2026-12-01T00:00:00Z'))).toHaveLength(0);
        expect(standingOf([{ ...answer, status: 'accepted' }], '7', before)).toHaveLength(0);
    });
});
