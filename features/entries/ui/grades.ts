import type { CreditGrade } from '@ui/base/api_types';

/** Whether two grades answer each other: their stretches of the common axis meet. */
export const meets = (one: Pick<CreditGrade, 'from' | 'to'>, other: Pick<CreditGrade, 'from' | 'to'>): boolean => one.from <= other.to && other.from <= one.to;
