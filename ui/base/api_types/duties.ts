import type { DateOnly, Id, Instant, PlaceCode, Words } from './common';
import type { Proof } from './targets';

export type DutyStatus = 'open' | 'reported' | 'confirmed' | 'withdrawn';
export type DutyAct = 'report' | 'confirm' | 'send_back' | 'withdraw' | 'visit';
export type Light = 'none' | 'green' | 'yellow' | 'red';
export type LightReason = 'overdue' | 'finding_overdue' | 'far_behind' | 'due_soon' | 'behind' | 'silent' | 'finding_open';

export interface Duty {
    id: Id;
    place: PlaceCode;
    place_name: string;
    office: string;
    set_place: PlaceCode;
    set_place_name: string;
    title: string;
    what: string;
    plan_row: string;
    measure: 'revenue' | 'employment' | 'employers' | 'talent' | null;
    proof_asked: boolean;
    starts_on: DateOnly;
    due_on: DateOnly;
    status: DutyStatus;
    /** per mille */
    progress: number;
    /** per mille of the time that is gone */
    expected: number;
    note: string;
    light: Light;
    reasons: LightReason[];
    reported_at: Instant | null;
    confirmed_at: Instant | null;
    acts: DutyAct[];
}

export interface DutyReport { id: Id; progress: number; said: string; proof: Proof | null; at: Instant }

export interface DutyFinding {
    id: Id;
    visited_on: DateOnly;
    found: string;
    due_on: DateOnly;
    status: 'open' | 'remedied' | 'closed';
    overdue: boolean;
    remedy: string;
    proof: Proof | null;
    may_remedy: boolean;
    may_close: boolean;
}

export interface DutyDetail { duty: Duty; reports: DutyReport[]; findings: DutyFinding[]; /** that found nothing to remedy */ visits: { id: Id; visited_on: DateOnly; saw: string }[] }

export interface DutyList {
    items: Duty[];
    next: string | null;
    /** of all that fit the filters */
    total: number;
    /** of all that fit the other filters */
    red: number;
    yellow: number;
    green: number;
    /** places for which the caller may set duties */
    setting: PlaceCode[];
}

export interface DutyDraft {
    place: PlaceCode;
    office: string;
    title: string;
    what: string;
    plan_row: string;
    measure?: Duty['measure'];
    proof_asked: boolean;
    starts_on: DateOnly;
    due_on: DateOnly;
}

export type AssessmentAct = 'agree' | 'appeal' | 'decide' | 'publish';

export interface DutyAssessment {
    id: Id;
    place: PlaceCode;
    place_name: string;
    year: number;
    status: 'proposed' | 'told' | 'appealed' | 'decided' | 'published';
    /** per_mille null: nothing to count, its weight goes to the others */
    lines: { counts: string; title: Words; weight: number; of: number; per_mille: number | null }[];
    /** per mille, as computed */
    points: number;
    /** by the decision on an appeal */
    adjusted: number;
    appeal_until: DateOnly | null;
    appeal: string;
    decision: string;
    published_at: Instant | null;
    acts: AssessmentAct[];
}

/** What became of a list that was sent in: with faults nothing is kept. */
export interface DutiesReport { rows: number; kept: boolean; faults: { row: number; column: string; value: string; code: string; message: Words; accepted: string[] }[] }
