import { describe, expect, it } from 'vitest';
import type { Loan, LoanMonth } from '@ui/base/api_types';
import { actsOf, keptBy, monthActOf, shareOf } from './rules';

const loan = (more: Partial<Loan>): Loan => ({ status: 'proposed', me: 'lender', text_open: true, lender_signed_at: null, borrower_signed_at: null, worker_signed_at: null, ...more }) as Loan;
const month = (more: Partial<LoanMonth>): LoanMonth => ({ month: '2026-12', from_on: '2026-12-17', to_on: '2026-12-31', status: 'open', borrower_paid_fen: null, ...more }) as LoanMonth;

describe('shared staff', () => {
    it('shows the fen that the lender would keep', () => {
        expect(keptBy(600001, 450000, 120000, 30000)).toBe(1);
        expect(keptBy(600000, 450000, 120000, 30000)).toBe(0);
    });
    it('lets each party do its own acts', () => {
        expect(actsOf(loan({}))).toEqual(['sign', 'take_back']);
        expect(actsOf(loan({ lender_signed_at: 'x' }))).toEqual(['take_back']);
        expect(actsOf(loan({ me: 'borrower', text_open: false }))).toEqual(['take_back']);
        expect(actsOf(loan({ me: 'worker' }))).toEqual(['sign', 'refuse']);
        expect(actsOf(loan({ me: 'worker', status: 'in_force' }))).toEqual(['end']);
        expect(actsOf(loan({ me: null }))).toEqual([]);
        expect(actsOf(loan({ status: 'refused' }))).toEqual([]);
    });
    it('asks for the next step of a month', () => {
        const today = '2027-01-05';
        expect(monthActOf(loan({}), month({}), today)).toBe('pass_on');
        expect(monthActOf(loan({ me: 'borrower' }), month({}), today)).toBe('pay');
        expect(monthActOf(loan({ me: 'borrower' }), month({ status: 'confirmed', borrower_paid_fen: 1 }), today)).toBeNull();
        expect(monthActOf(loan({ me: 'worker' }), month({ status: 'passed_on' }), today)).toBe('confirm');
        expect(monthActOf(loan({ me: 'worker' }), month({}), today)).toBeNull();
        expect(monthActOf(loan({}), month({ status: 'voided' }), today)).toBeNull();
        expect(monthActOf(loan({}), month({}), '2026-12-01')).toBeNull();
    });
    it('divides a month by its days', () => {
        expect(shareOf(310000, month({}))).toBe(150000);
    });
});
