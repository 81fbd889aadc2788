import type { CancellationClaim, CancellationTerms, CancellationTermsRow, Canceller, ClaimLine, ClaimStatus, Role } from '@ui/base/api_types';

export const CANCELLERS: Canceller[] = ['employer', 'agency'];
export const STATES = ['held', 'staffing', 'delivering'] as const;
export type LiveState = typeof STATES[number];

/** The row that holds with so much notice (features/cancellations/rules.cpp row_for). */
export function rowFor(set: CancellationTerms, canceller: Canceller, state: LiveState, notice: number): CancellationTermsRow | null {
    return set.rows.filter((row) => row.canceller === canceller && row.share_state === state && row.notice_hours <= notice)
        .sort((one, other) => other.notice_hours - one.notice_hours)[0] ?? null;
}

/** The spans of notice that the set tells apart for a canceller, the longest first: 72 → [72, ∞), 24 → [24, 72), 0 → [0, 24). */
export function spansOf(set: CancellationTerms, canceller: Canceller): { from: number; to: number | null }[] {
    const starts = [...new Set(set.rows.filter((row) => row.canceller === canceller).map((row) => row.notice_hours))].sort((one, other) => other - one);
    return starts.map((from, at) => ({ from, to: starts[at - 1] ?? null }));
}

type Say = (key: string, values?: Record<string, unknown>) => string;

/** Hours as people say them: whole days as days. */
export function noticeText(hours: number, t: Say): string {
    return hours > 0 && hours % 24 === 0 ? t('days', { n: hours / 24 }) : t('hours', { n: hours });
}

export function spanText(span: { from: number; to: number | null }, t: Say): string {
    if (span.from === 0) return span.to === null ? t('any_time') : t('less_than', { to: noticeText(span.to, t) });
    return span.to === null ? t('at_least', { from: noticeText(span.from, t) }) : t('between', { from: noticeText(span.from, t), to: noticeText(span.to, t) });
}

export function dueText(row: CancellationTermsRow | null, t: Say): string {
    if (!row || (row.fee_percent === 0 && row.pay_days_tenths === 0)) return t('nothing');
    const parts = [];
    if (row.fee_percent) parts.push(t('fee_part', { percent: row.fee_percent }));
    if (row.pay_days_tenths) parts.push(t('pay_part', { days: row.pay_days_tenths / 10 }));
    return parts.join(t('and'));
}

/** One line of the arithmetic, as it can be checked by hand. */
export function lineText(line: ClaimLine, money: (fen: number) => string, t: Say): string {
    return line.kind === 'fee'
        ? t('line_fee', { seats: line.seats, unit: money(line.unit_fen), percent: line.percent, amount: money(line.amount_fen) })
        : t('line_pay', { seats: line.seats, unit: money(line.unit_fen), days: line.days_tenths / 10, amount: money(line.amount_fen) });
}

export type ClaimAct = 'pay' | 'confirm' | 'waive' | 'dispute';

/** What a party may do with a claim now (features/cancellations/rules.cpp next_status). */
export function actsOn(claim: Pick<CancellationClaim, 'status'>, side: 'debtor' | 'creditor' | null): ClaimAct[] {
    const acts: Record<'debtor' | 'creditor', Partial<Record<ClaimStatus, ClaimAct[]>>> = {
        debtor: { due: ['pay', 'dispute'], disputed: ['pay'] },
        creditor: { due: ['waive'], paid: ['confirm', 'dispute'], disputed: ['confirm', 'waive'] },
    };
    return side ? acts[side][claim.status] ?? [] : [];
}

export function sideOf(claim: Pick<CancellationClaim, 'debtor' | 'creditor'>, organisation: string | undefined, role: Role | null): 'debtor' | 'creditor' | null {
    if (!organisation || (role !== 'employer' && role !== 'agency')) return null;
    return claim.debtor.id === organisation ? 'debtor' : claim.creditor.id === organisation ? 'creditor' : null;
}
