import type { Role, Timesheet } from '@ui/base/api_types';

export type SheetStep = 'submit' | 'approve' | 'return' | 'decide' | 'mend' | 'dispute';

/** What this role may do next with a sheet. The server decides; this only chooses the buttons to show. */
export function stepsOf(sheet: Timesheet, role: Role | null): SheetStep[] {
    if (role === 'employer' && sheet.status === 'submitted') return ['approve', 'return'];
    if (role === 'worker' && sheet.status === 'returned') return ['dispute', 'mend'];
    if (role === 'worker' && (sheet.status === 'submitted' || sheet.status === 'approved')) return ['dispute'];
    if (role === 'agency' && (sheet.status === 'open' || sheet.status === 'returned')) return ['submit'];
    if ((role === 'official' || role === 'inspector') && sheet.status === 'disputed') return ['decide'];
    return [];
}

type Word = (key: string, values?: Record<string, unknown>) => string;
const REFUSALS = ['licence_missing', 'licence_expired', 'licence_scope', 'credential_not_recognised', 'organisation_unverified', 'organisation_excluded'];

/** The sentence about days on which the gate, asked again, refuses the agency; '' when there are none. */
export function barredDays(sheet: Timesheet, word: Word, date: (day: string) => string): string {
    const days = (sheet.barred_days ?? []).map(({ day, refusal }) =>
        word('barred_day', { day: date(day), reason: REFUSALS.includes(refusal) ? word(`barred_${refusal}`) : refusal }));
    return days.length ? word('barred_days', { days: days.join('、') }) : '';
}

/** "6.5" → 650; null when it is not a quantity with at most two decimals. */
export function hundredthsOf(text: string): number | null {
    const plain = text.normalize('NFKC').trim();
    return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
