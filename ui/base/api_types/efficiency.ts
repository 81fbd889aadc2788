import type { DateOnly, Id, Instant, PlaceCode, Words } from './common';

/** How long things took; percentiles by nearest rank, null without any. */
export interface Spans {
    count: number;
    working_minutes_50: number | null;
    working_minutes_90: number | null;
    working_days_50: number | null;
    working_days_90: number | null;
    natural_days_50: number | null;
    natural_days_90: number | null;
}

/** A share with its interval of 95 % (Wilson), per mille. */
export interface Proportion {
    of: number;
    hits: number;
    per_mille: number | null;
    low: number | null;
    high: number | null;
}

export interface StepSpans {
    step: string;
    title: Words;
    turn: 'office' | 'side' | 'clock' | 'counterpart';
    spans: Spans;
    within_clock: Proportion;
}

export type ReviewOutcome = 'upheld' | 'changed' | 'overturned' | 'ended';

/** What became of decisions of a procedure that went to review or to court. */
export interface Reviews extends Record<ReviewOutcome, number> {
    /** changed or overturned, of those that were decided */
    corrected: Proportion;
}

export interface ProcedureSpans {
    procedure: string;
    title: Words;
    city: PlaceCode;
    city_name: string;
    spans: Spans;
    within_clock: Proportion;
    /** of those told what is intended */
    objected: Proportion;
    /** of those that objected: closed without a burden */
    changed: Proportion;
    reviews: Reviews;
    /** how closed cases ended, by final state */
    outcomes: { state: string; title: Words; share: Proportion }[];
    steps: StepSpans[];
}

export interface ProcedureTimes {
    from: DateOnly;
    to: DateOnly;
    minutes_a_day: number;
    as_of_position: number;
    items: ProcedureSpans[];
    formula: number;
}

export interface CaseSpan {
    case_id: Id;
    began_at: Instant;
    ended_at: Instant;
    working_minutes: number;
    working_days: number;
    natural_days: number;
    due_on: DateOnly | null;
    late: boolean;
    /** of a case that recorded a review */
    outcome: ReviewOutcome | null;
}

export type TryKind = 'race' | 'draw' | 'quote';

export interface TreatmentRow {
    kind: TryKind;
    /** '' for all of them */
    home: PlaceCode;
    home_name: string;
    outside: boolean;
    /** of a race: of the agencies that asked for seats of an order, each once an order */
    success: Proportion;
    /** of a race: agencies that the gate refused, each once an order; not in `success` */
    barred: number;
    waiting: { count: number; median: number | null; low: number | null; high: number | null };
}

export interface Treatment {
    from: DateOnly;
    to: DateOnly;
    as_of_position: number;
    items: TreatmentRow[];
    formula: number;
    /** of kinds in which both sides tried: how much more often those from outside succeed, in per mille points */
    differences: { kind: TryKind; per_mille: number; low: number; high: number }[];
}

export interface TryRecord {
    order_id: Id;
    order_title: string;
    agency: { id: Id; name: string } | null;
    home: PlaceCode;
    home_name: string;
    began_at: Instant;
    ended_at: Instant;
    minutes: number;
    won: boolean;
    /** of a race that was not won: others were faster, or a rule about the agency itself */
    why: 'no_room' | 'gate' | null;
}
