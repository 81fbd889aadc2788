import type { Loan, LoanMonth } from '@ui/base/api_types';

/** What the lender keeps of a month, to the fen; must never be positive. */
export const keptBy = (pays: number, wage: number, insurance: number, costs: number): number => pays - wage - insurance - costs;

export type LoanAct = 'sign' | 'refuse' | 'take_back' | 'end';

/** What the caller may do with an agreement now. The borrower signs after the worker. */
export function actsOf(loan: Loan): LoanAct[] {
    if (!loan.me) return [];
    if (loan.status === 'in_force') return ['end'];
    if (loan.status !== 'proposed') return [];
    const acts: LoanAct[] = loan.me === 'worker' ? ['refuse'] : ['take_back'];
    const signed = { lender: loan.lender_signed_at, borrower: loan.borrower_signed_at, worker: loan.worker_signed_at }[loan.me];
    if (!signed && loan.text_open) acts.unshift('sign');
    return acts;
}

export type MonthAct = 'pay' | 'pass_on' | 'confirm';

/** What the caller may do with a month of an agreement now. */
export function monthActOf(loan: Loan, month: LoanMonth, today: string): MonthAct | null {
    if (month.status === 'voided' || month.from_on > today) return null;
    if (loan.me === 'worker') return month.status === 'passed_on' ? 'confirm' : null;
    if (loan.me === 'borrower') return month.status === 'confirmed' && month.borrower_paid_fen !== null ? null : 'pay';
    return loan.me === 'lender' && month.status !== 'confirmed' ? 'pass_on' : null;
}

/** The part of the agreed monthly amounts that falls to a month that is not whole, by calendar days. */
export function shareOf(amount: number, month: LoanMonth): number {
    const [year = 0, number = 0] = month.month.split('-').map(Number);
    const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const worked = (Date.parse(month.to_on) - Date.parse(month.from_on)) / 86_400_000 + 1;
    return Math.round((amount * worked) / days);
}
