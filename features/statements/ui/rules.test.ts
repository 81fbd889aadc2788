import { describe, expect, it } from 'vitest';
import type { Statement, StatementLine } from '@ui/base/api_types';
import { addsUp, confirmations, payeesOf, stepsOf, sumsOf, turnOf } from './rules';

const line = (kind: StatementLine['kind'], amount: number, payee = 'p', confirmed: string | null = null): StatementLine => ({
    id: `${kind}${amount}`, kind, seat: kind === 'service_fee' ? null : `seat-${payee}`, timesheet: null, payee: { id: payee, name: payee }, quantity_hundredths: 100, rate_fen: amount, amount_fen: amount, confirmed_at: confirmed,
});
const statement = (lines: StatementLine[], status: Statement['status'] = 'draft'): Statement => ({
    id: 's', version: 1, share: 'x', order: { id: 'o', title: '' }, employer: { id: 'e', name: '' }, agency: { id: 'a', name: '' }, month: '2026-11', status, lines, part: 0, replaced: [], paid_on: null, employer_agreed_at: null, agency_agreed_at: null,
    wage_fen: sumsOf(lines).wage, fee_fen: sumsOf(lines).fee, total_fen: sumsOf(lines).total, due_on: '2026-12-15', overdue_level: 'none',
    instructed_reference: null, paid_reference: null, agreed_at: null, instructed_at: null, paid_at: null, confirmed_at: null,
});

describe('the sums of a statement', () => {
    it('keeps the fee apart and counts corrections as wages', () => {
        expect(sumsOf([line('wage', 661333), line('wage', 1), line('adjustment', -4550), line('service_fee', 40000)])).toEqual({ wage: 656784, fee: 40000, total: 696784 });
    });
    it('notices one fen', () => {
        const exact = statement([line('wage', 333), line('service_fee', 1)]);
        expect(addsUp(exact)).toBe(true);
        expect(addsUp({ ...exact, total_fen: exact.total_fen + 1 })).toBe(false);
    });
    it('counts an adjustment of no seat to the agency', () => {
        const lines = [line('wage', 1000), line('adjustment', 20), { ...line('adjustment', -5, 'a'), seat: null }, line('service_fee', 100, 'a')];
        expect(sumsOf(lines)).toEqual({ wage: 1020, fee: 95, total: 1115 });
        expect(payeesOf(statement(lines)).map((each) => [each.seat, each.sum])).toEqual([['seat-p', 1020], [null, 95]]);
    });
});

describe('whose turn it is', () => {
    it('is the employer, until only the agency has not agreed', () => {
        const agreed = { ...statement([]), employer_agreed_at: '2026-11-30T10:00:00+08:00' };
        expect(turnOf(statement([]))).toEqual({ side: 'employer', step: 'agree' });
        expect(turnOf(agreed)).toEqual({ side: 'agency', step: 'agree' });
        expect(turnOf(statement([], 'agreed'))).toEqual({ side: 'employer', step: 'instruct' });
        expect(turnOf(statement([], 'instructed'))).toEqual({ side: 'employer', step: 'pay' });
        expect(turnOf(statement([], 'paid'))).toBeNull();
    });
});

describe('what may be done', () => {
    it('leaves paying to the employer and agreeing to both', () => {
        expect(stepsOf(statement([]), 'agency')).toContain('agree');
        expect(stepsOf(statement([]), 'employer')).toContain('agree');
        expect(stepsOf({ ...statement([]), employer_agreed_at: '2026-11-30T10:00:00+08:00' }, 'employer')).toEqual(['correct']);
        expect(stepsOf(statement([], 'agreed'), 'agency')).toEqual(['correct']);
        expect(stepsOf(statement([], 'agreed'), 'employer')).toContain('instruct');
        expect(stepsOf(statement([line('service_fee', 1, 'a')], 'paid'), 'agency')).toContain('confirm');
        expect(stepsOf(statement([line('service_fee', 1, 'a', 'x')], 'paid'), 'agency')).toEqual(['correct']);
        expect(stepsOf(statement([], 'instructed'), 'employer')).toEqual(['paid', 'correct']);
    });
    it('lets authorities look only', () => {
        for (const role of ['official', 'inspector'] as const) expect(stepsOf(statement([]), role)).toEqual([]);
    });
    it('counts workers, not lines', () => {
        expect(confirmations(statement([line('wage', 1, 'p', 'x'), line('adjustment', 2, 'p', null), line('wage', 3, 'q', 'x'), line('service_fee', 4, 'a')]))).toEqual({ done: 1, of: 2 });
    });
});
