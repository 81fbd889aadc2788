import type { Loan, OverdueLevel } from '@ui/base/api_types';

const ORDER: OverdueLevel[] = ['none', 'yellow', 'orange', 'red'];

/** The worst warning among the months of a loan. */
export function worstOf(loan: Loan): OverdueLevel {
    return loan.settlements.reduce<OverdueLevel>((worst, month) => (ORDER.indexOf(month.overdue_level) > ORDER.indexOf(worst) ? month.overdue_level : worst), 'none');
}
