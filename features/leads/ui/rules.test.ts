import { describe, expect, it } from 'vitest';
import type { Lead } from '@ui/base/api_types';
import { debtOf } from './rules';

const lead: Lead = {
    id: 'l', kind: 'overdue_pay', place: '511502', place_name: '', employer: { id: 'e', name: '' }, agency: null, order: null, statement: null, loan: null, status: 'raised', outcome: null, note: '',
    owner: null, mine: false, next_step: 'office_takes', raised_at: '', taken_at: null, closed_at: null, case_id: null,
};
const owed = { month: '2026-12', wage_fen: 20000, due_on: '2027-01-15', days_late: 15 };

describe('what a lead says is owed', () => {
    it('is that of its statement, or of the month of its loan', () => {
        expect(debtOf({ ...lead, statement: { ...owed, id: 's', status: 'draft' } }).wage_fen).toBe(20000);
        expect(debtOf({ ...lead, kind: 'overdue_loan', loan: { ...owed, agreement: 'a', borrower: { id: 'b', name: '' }, status: 'open' } }).days_late).toBe(15);
    });
    it('is nothing when neither is kept any more, or nothing has come yet', () => {
        expect(debtOf(lead).wage_fen).toBe(0);
        expect(debtOf(null).wage_fen).toBe(0);
    });
});
