import type { DateOnly, Fen, Id, Instant, Named, PlaceCode } from './common';
import type { OverdueLevel, StatementStatus } from './statements';

export type LeadStatus = 'raised' | 'taken' | 'closed';
export type LeadOutcome = 'paid' | 'pursued' | 'unfounded';

/** What an inspector should look at because the platform saw it. */
export interface Lead {
    id: Id;
    kind: 'overdue_pay';
    place: PlaceCode;
    place_name: string;
    employer: Named;
    agency: Named;
    order: { id: Id; title: string };
    statement: { id: Id; month: string; status: StatementStatus; wage_fen: Fen; due_on: DateOnly; days_late: number };
    status: LeadStatus;
    outcome: LeadOutcome | null;
    note: string;
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
}
