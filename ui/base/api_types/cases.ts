import type { DateOnly, Id, Instant, Named, PlaceCode, Words } from './common';
import type { Basis, Field, FieldValues, ValueNames } from './registers';

export type Actor = 'applicant' | 'party' | 'official' | 'inspector' | 'counterpart_official' | 'counterpart_inspector' | 'clock';
export type Opener = 'anybody' | 'worker' | 'employer' | 'agency' | 'official' | 'inspector';

/** GET procedures: one line of the list of what may be done here. */
export interface ProcedureSummary {
    id: string;
    version: number;
    title: Words;
    about: Words | null;
    basis: Basis[];
    opened_by: Opener[];
    /** The register that it is mostly about. */
    standard_register: string | null;
    /** Whether the caller may open one for herself (her organisation, her authority). */
    may_open: boolean;
    /** Whether the caller's office may open one for a person or an organisation that comes to it. */
    may_assist: boolean;
    /** Every basis was found in its text; otherwise "to be confirmed before use" is shown. */
    confirmed: boolean;
}

/** What a step, or opening a case, asks. */
export interface CaseForm {
    id: string;
    title: Words;
    fields: Field[];
}

export interface ProcedureState {
    id: string;
    title: Words;
    /** Whose turn it is; absent: the case is closed. */
    waits_for?: Actor | null;
    hint?: Words | null;
    /** The step that normally comes next. */
    usual?: string | null;
}

export interface ProcedureRule {
    name: string;
    with?: Record<string, string> | null;
}

export interface ProcedureStep {
    id: string;
    title: Words;
    from: string[];
    to: string;
    by: Actor[];
    levels?: ('province' | 'city' | 'county')[] | null;
    form?: string | null;
    reason?: boolean | null;
    handles?: boolean | null;
    approves?: boolean | null;
    notifies?: boolean | null;
    objects?: boolean | null;
    burdens?: boolean | null;
    publishes?: boolean | null;
    guards?: ProcedureRule[] | null;
    effects?: ProcedureRule[] | null;
    documents?: string[] | null;
    notice?: Words | null;
}

export interface ProcedureClock {
    id: string;
    title: Words;
    starts: string[];
    stops: string[];
    pauses?: string[] | null;
    days?: number | null;
    parameter?: string | null;
    unit: 'working' | 'natural';
    remind?: number[] | null;
    at_end?: string | null;
    extended_by?: string | null;
    extension?: number | null;
    basis: Basis[];
}

export interface ProcedureDocument {
    id: string;
    title: Words;
    number: string;
    text: string;
}

/** GET procedures/{procedure}: the summary and the whole definition as its file says it. */
export interface Procedure extends ProcedureSummary {
    handled: { place: string; level?: 'province' | 'city' | 'county' | null; counterpart?: string | null };
    party?: string | null;
    confidential?: boolean | null;
    forms: CaseForm[];
    states: ProcedureState[];
    steps: ProcedureStep[];
    clocks?: ProcedureClock[] | null;
    documents?: ProcedureDocument[] | null;
    /** The form with which a case is opened: the first of `forms`. */
    opening: CaseForm;
}

/** POST cases. Without `organisation` and `person` for oneself; with one of them an office or a station helps somebody. */
export interface CaseDraft {
    procedure: string;
    values: FieldValues;
    organisation?: Id;
    person?: Id;
}

/** Somebody in a case: an organisation, a person (masked where need be) or an office. */
export interface CaseSide {
    kind: 'organisation' | 'person' | 'office';
    id: Id | null;
    name: string;
}

/** As what the caller sees a case; an office that only supervises the place reads and does not act. */
export type CaseRelation = 'applicant' | 'party' | 'office' | 'counterpart';

/** GET cases: one line. The most urgent first with `sort=due`, else the newest first. */
export interface CaseSummary {
    id: Id;
    procedure: string;
    title: Words;
    state: string;
    state_title: Words;
    /** Whose turn it is; null: closed. */
    waits_for: Actor | null;
    /** It is the caller's turn. */
    my_turn: boolean;
    relation: CaseRelation;
    place: PlaceCode;
    place_name: string;
    applicant: CaseSide;
    /** Null: the applicant is the party, or there is none, or the caller may not know. */
    party: CaseSide | null;
    officer: Named | null;
    mine: boolean;
    /** Opened by an office for somebody: labelled as such wherever it is shown. */
    assisted: boolean;
    opened_at: Instant;
    changed_at: Instant;
    closed_at: Instant | null;
    /** Of the running clock that ends first. */
    due_on: DateOnly | null;
    /** In days of that clock, of which `unit` says the kind; negative: overdue. */
    days_left: number | null;
    unit: 'working' | 'natural' | null;
    overdue: boolean;
}

/** Parameters of GET cases. */
export interface CaseQuery {
    [name: string]: string | number | boolean | undefined | null;
    /** Part of an organisation's name, its credit code, or a case's number. */
    q?: string;
    procedure?: string;
    state?: string;
    open?: boolean;
    overdue?: boolean;
    /** Only what the caller's account handles. */
    mine?: boolean;
    /** Only what waits for the caller. */
    my_turn?: boolean;
    place?: PlaceCode;
    sort?: 'newest' | 'due';
    cursor?: string;
    limit?: number;
}

export interface CaseClock {
    clock: string;
    title: Words;
    status: 'running' | 'paused' | 'stopped' | 'ended';
    started_on: DateOnly;
    /** The last day, as of now. While it is paused: if it went on today. */
    due_on: DateOnly;
    days: number;
    unit: 'working' | 'natural';
    /** Negative: overdue; null when it stopped or ended. */
    days_left: number | null;
    overdue: boolean;
    extended: boolean;
    /** By the calendar with its holidays, as long as it runs; the first one first. */
    reminds_on: DateOnly[];
    /** A year that it runs in whose holidays are not known: weekends alone were counted. */
    without_holidays: number | null;
    /** What happens at its end: the step that the clock takes; null: the place above is told. */
    at_end: Words | null;
    basis: Basis[];
}

/** A line of the timeline, oldest first. Its values are those of that day and never change. */
export interface CaseStep {
    id: Id;
    /** Null: the case was opened. */
    step: string | null;
    title: Words;
    from: string | null;
    to: string;
    to_title: Words;
    at: Instant;
    by: Actor;
    /** Who took it, as the caller may know; null: the clock, or not to be known. */
    by_name: string | null;
    /** The colleague whose turn it was (同事代办); null: her own, or not to be known. */
    for_name: string | null;
    /** An office or a station took it for the applicant. */
    assisted: boolean;
    reason: string | null;
    /** The caller may open its sealed values, of which there are some. */
    may_open: boolean;
    form: string | null;
    values: FieldValues;
    /** What the other side was told with it. */
    notice: Words | null;
    documents: Id[];
}

/** A step that the caller may take now. */
export interface NextStep {
    step: string;
    title: Words;
    to_title: Words;
    form: CaseForm | null;
    /** A sentence why is asked. */
    reason: boolean;
    approves: boolean;
    burdens: boolean;
    publishes: boolean;
    /** Titles of what is printed with it. */
    documents: Words[];
    /** Why it would be refused now (four eyes, a guard, objection window); null: it may be taken. */
    blocked: { code: string; message: Words } | null;
    /** Taken for the applicant by the office that helps. */
    assisted: boolean;
    /** The one that normally comes next. */
    usual: boolean;
}

export interface CaseFile {
    id: Id;
    case_id: Id | null;
    name: string;
    type: 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx' | 'text';
    bytes: number;
    /** SM3 of the bytes, 64 hexadecimal digits. */
    digest: string;
    by_name: string | null;
    at: Instant;
    /** `officials`: only offices see it. */
    audience: 'parties' | 'officials';
    /** Its bytes are known not to be those that were handed in: it is not handed out. */
    altered: boolean;
}

export interface CaseComment {
    id: Id;
    text: string;
    by_name: string | null;
    by: Actor;
    at: Instant;
    audience: 'parties' | 'officials';
}

/** A printed document; its bytes are at cases/{case}/documents/{id}. */
export interface CaseDocument {
    id: Id;
    document: string;
    title: Words;
    number: string;
    at: Instant;
    /** SM3 of the text as printed: what the QR code carries. */
    digest: string;
    /** Where anybody checks it: what the QR code opens. */
    check_path: string;
}

/** GET cases/{case}. */
export interface Case extends CaseSummary {
    version: number;
    about: Words | null;
    state_hint: Words | null;
    counterpart: { place: PlaceCode; place_name: string } | null;
    /** Who helped to open it; null: nobody. */
    assisted_by: string | null;
    confirmed: boolean;
    confidential: boolean;
    basis: Basis[];
    /** All forms of the procedure, to show the values of the timeline. */
    forms: CaseForm[];
    names: ValueNames;
    timeline: CaseStep[];
    next: NextStep[];
    clocks: CaseClock[];
    files: CaseFile[];
    comments: CaseComment[];
    documents: CaseDocument[];
    /** The caller may give it to a colleague, or take it. */
    may_assign: boolean;
    /** Colleagues whose turn the caller may take here today. */
    may_act_for: Named[];
    /** The entries that its effects made or changed. */
    entries: { id: Id; register_id: string; number: string }[];
}

/** GET cases/{case}/officers: to whom it may be given. */
export interface CaseOfficer {
    account: Id;
    name: string;
    /** Cases open with her. */
    open: number;
}

/** GET case-timeliness (M16): closed and open cases of a procedure at a place within a period. */
export interface Timeliness {
    procedure: string;
    title: Words;
    place: PlaceCode;
    place_name: string;
    opened: number;
    closed: number;
    open: number;
    overdue: number;
    /** Of the closed: days from opening to the end, natural days; null without any. */
    median_days: number | null;
    /** Of the closed: those none of whose clocks ran out, in 1/1000; null without any. */
    on_time_per_mille: number | null;
}

/** GET case-documents/{id}?digest=…: open to everybody. */
export interface DocumentCheck {
    genuine: boolean;
    /** Null when it is not genuine. */
    title: Words | null;
    number: string | null;
    procedure: Words | null;
    authority: string | null;
    issued_on: DateOnly | null;
}
