import type { Lead } from '@ui/base/api_types';

const NOTHING = { month: '', wage_fen: 0, due_on: '', days_late: 0 };

/** What is owed: of the statement, or of the month of a loan; nothing when neither is kept any more. */
export const debtOf = (lead: Lead | null): typeof NOTHING => lead?.statement ?? lead?.loan ?? NOTHING;
