import type { DateOnly, Timeliness } from '@ui/base/api_types';
import { addDays } from '@ui/base/dates';

export type Period = 'month' | 'quarter' | 'year';
const DAYS: Record<Period, number> = { month: 30, quarter: 91, year: 365 };

/** The dates of a period that ends today. */
export const periodOf = (period: Period, today: DateOnly): { from: DateOnly; to: DateOnly } => ({ from: addDays(today, 1 - DAYS[period]), to: today });

/** One line for all places or all procedures: sums, and the on-time share weighted by what was closed. The median of medians is not one: null. */
export function totalOf(rows: readonly Timeliness[]): { opened: number; closed: number; open: number; overdue: number; onTimePerMille: number | null } {
    const sum = (of: (row: Timeliness) => number): number => rows.reduce((whole, row) => whole + of(row), 0);
    const closed = sum((row) => row.closed);
    const onTime = sum((row) => (row.on_time_per_mille ?? 0) * row.closed);
    return { opened: sum((row) => row.opened), closed, open: sum((row) => row.open), overdue: sum((row) => row.overdue), onTimePerMille: closed > 0 ? Math.round(onTime / closed) : null };
}

/** Rows by procedure or by place, the least punctual first; those without a closed case last. */
export function sorted(rows: readonly Timeliness[]): Timeliness[] {
    const worth = (row: Timeliness): number => row.on_time_per_mille ?? 2000;
    return [...rows].sort((one, other) => worth(one) - worth(other) || other.overdue - one.overdue);
}
