import type { DateOnly, Fen, Id, Instant, Named } from './common';

export type StatementStatus = 'draft' | 'agreed' | 'instructed' | 'paid' | 'confirmed';
export type OverdueLevel = 'none' | 'yellow' | 'orange' | 'red';

export interface StatementLine {
    id: Id;
    kind: 'wage' | 'service_fee' | 'adjustment';
    seat: Id | null;
    timesheet: Id | null;
    payee: Named;
    quantity_hundredths: number;
    rate_fen: Fen;
    amount_fen: Fen;
    confirmed_at: Instant | null;
}

/** What a correction adds (+) or takes (−): for a seat's worker, or for the agency without a seat. */
export interface CorrectionLine {
    seat: Id | null;
    amount_fen: Fen;
}

/** A worker sees her own lines, and totals of those alone. */
export interface Statement {
    id: Id;
    version: number;
    /** 0 the month's own; 1, 2 … what came up after it was instructed or paid. */
    part: number;
    share: Id;
    order: { id: Id; title: string };
    employer: Named;
    agency: Named;
    /** "2026-11". */
    month: string;
    status: StatementStatus;
    lines: StatementLine[];
    wage_fen: Fen;
    fee_fen: Fen;
    total_fen: Fen;
    due_on: DateOnly;
    overdue_level: OverdueLevel;
    instructed_reference: string | null;
    paid_reference: string | null;
    paid_on: DateOnly | null;
    employer_agreed_at: Instant | null;
    agency_agreed_at: Instant | null;
    agreed_at: Instant | null;
    instructed_at: Instant | null;
    paid_at: Instant | null;
    confirmed_at: Instant | null;
    /** Replaced versions, oldest first. */
    replaced: { version: number; total_fen: Fen; replaced_at: Instant; reason: string }[];
}
