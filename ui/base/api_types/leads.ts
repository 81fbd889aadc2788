import type { DateOnly, Fen, Id, Instant, Named, PlaceCode } from './common';
import type { OverdueLevel, StatementStatus } from './statements';
import type { LoanMonth } from './lending';

export type LeadStatus = 'raised' | 'taken' | 'closed';
export type LeadOutcome = 'paid' | 'pursued' | 'unfounded';

/** What is owed: of a statement, or of a month of a loan. */
interface LeadDebt { month: string; wage_fen: Fen; due_on: DateOnly; days_late: number }

/** What an inspector should look at because the platform saw it: with order, agency and statement, or with a loan. */
export interface Lead {
    id: Id;
    kind: 'overdue_pay' | 'overdue_loan';
    place: PlaceCode;
    place_name: string;
    employer: Named;
    agency: Named | null;
    order: { id: Id; title: string } | null;
    statement: LeadDebt & { id: Id; status: StatementStatus } | null;
    loan: LeadDebt & { agreement: Id; borrower: Named; status: LoanMonth['status'] } | null;
    status: LeadStatus;
    outcome: LeadOutcome | null;
    note: string;
    /** The name of who looks after it. */
    owner: string | null;
    /** The caller looks after it. */
    mine: boolean;
    next_step: 'employer_pays' | 'office_takes' | 'office_decides' | 'none';
    raised_at: Instant;
    taken_at: Instant | null;
    closed_at: Instant | null;
    /** The case that it went on as. */
    case_id: Id | null;
}

export type OverdueBy = 'order' | 'agency' | 'employer';

/** Unpaid wages past their due day of one order, agency or employer; the worst first. */
export interface Overdue {
    id: Id;
    name: string;
    level: Exclude<OverdueLevel, 'none'>;
    statements: number;
    wage_fen: Fen;
    oldest_due_on: DateOnly;
    /** Of the oldest, on the server's day. */
    days_late: number;
    next_step: 'agree' | 'instruct' | 'pay';
    /** Whose turn it is in the slowest of the statements; `others` have a turn in the rest. */
    owner: { side: 'employer' | 'agency'; organisation: Named; others: number };
    /** The slowest. */
    statement: Id;
}
