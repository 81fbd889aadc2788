import type { DateOnly, Id, Instant, PlaceCode, PlaceNamed, Words } from './common';

export type FieldType = 'text' | 'long_text' | 'integer' | 'fen' | 'date' | 'boolean' | 'code' | 'codes' | 'place' | 'occupation'
    | 'industry' | 'credit_code' | 'phone' | 'identity_number' | 'organisation' | 'person' | 'file' | 'rows';
export type Audience = 'everybody' | 'parties' | 'officials';

/** A field is asked only while another field of the same form has one of these values. */
export interface FieldWhen {
    field: string;
    is: string[];
}

/** A column of a `rows` field: all of a field but its own columns. */
export interface FieldColumn {
    id: string;
    title: Words;
    help?: Words | null;
    type: FieldType;
    /** Code table of `code` and `codes`. */
    table?: string | null;
    /** Default true. */
    required?: boolean | null;
    /** Length of texts, size of numbers, number of codes or rows. */
    min?: number | null;
    max?: number | null;
    when?: FieldWhen | null;
}

/** One field of an entry, or of the form of a case's step. */
export interface Field extends FieldColumn {
    /** Default parties. */
    audience?: Audience | null;
    sealed?: boolean | null;
    unique?: boolean | null;
    columns?: FieldColumn[] | null;
}

/** The values of a form as they travel: one object, its members the ids of the fields. */
export type FieldValues = Record<string, unknown>;

/** Names for codes and ids inside values (occupations, industries, organisations, people, files), by code or id. */
export type ValueNames = Record<string, string>;

/** F found in the text, K known by heart, D derived, P proposed. */
export type Mark = 'F' | 'K' | 'D' | 'P';

export interface Basis {
    text: string;
    mark: Mark;
}

export type RegisterSubject = 'organisation' | 'person' | 'place' | 'none';
export type RegisterCounts = 'everywhere' | 'recognised' | 'issuing_place';
export type GateEffect = 'none' | 'licence' | 'filing' | 'dispatch_licence' | 'exclusion' | 'warning';
export type IssuerLevel = 'province' | 'city' | 'county';

/** A register in the list of registers. */
export interface RegisterSummary {
    id: string;
    version: number;
    title: Words;
    about: Words | null;
    subject: RegisterSubject;
    counts: RegisterCounts;
    gate: GateEffect;
    levels: IssuerLevel[];
    standard: string | null;
    published: boolean;
    certificate: boolean;
    /** Officials issue entries themselves, without a procedure. */
    direct: boolean;
    /** Otherwise: to be confirmed before use. */
    confirmed: boolean;
    valid: number;
    total: number;
    public_fields: Words[];
}

export interface RegisterDefinition {
    id: string;
    version: number;
    title: Words;
    about: Words | null;
    basis: Basis[];
    subject: RegisterSubject;
    validity: { months: number | null; days: number | null; renew_days_before: number | null } | null;
    number: string | null;
    counts: RegisterCounts;
    statistics: string[] | null;
    fields: Field[];
}

export interface DefinitionVersion {
    version: number;
    digest: string;
    since_at: Instant;
    confirmed_at: Instant | null;
    confirmed_by: string | null;
}

export interface RegisterDetail extends RegisterSummary {
    definition: RegisterDefinition;
    versions: DefinitionVersion[];
    may_issue: boolean;
    may_import: boolean;
    /** The file as it is in force. */
    text: string;
}

export type EntryStatus = 'valid' | 'suspended' | 'revoked' | 'withdrawn' | 'ended' | 'expired';
export type EntryStep = 'suspend' | 'restore' | 'revoke' | 'withdraw' | 'end';
export type EntryReason = 'granted' | 'corrected' | 'changed' | 'renewed' | 'violation' | 'remedied' | 'at_own_request' | 'lapsed'
    | 'annulled' | 'repaired' | 'superseded' | 'imported' | 'other';
export type SealedPurpose = 'own_data' | 'verification' | 'inspection' | 'coordination' | 'service';

export interface EntrySubject {
    kind: RegisterSubject;
    name: string;
    organisation: Id | null;
    credit_code: string | null;
    person: Id | null;
    place: PlaceCode | null;
}

export interface Entry {
    id: Id;
    register_id: string;
    register_title: Words;
    version: number;
    number: string;
    place: PlaceCode;
    place_name: string;
    subject: EntrySubject;
    status: EntryStatus;
    /** Today. */
    in_force: boolean;
    valid_from_on: DateOnly;
    valid_to_on: DateOnly | null;
    /** As whom the reader sees it. */
    audience: Audience;
    values: FieldValues;
    names: ValueNames;
    issued_at: Instant;
    changed_at: Instant;
}

export interface EntryHistory {
    version: number;
    status: EntryStatus;
    reason: EntryReason;
    at: Instant;
    by_clock: boolean;
    by: string | null;
    note: string | null;
    case_id: Id | null;
    valid_from_on: DateOnly;
    valid_to_on: DateOnly | null;
    /** Ids of the fields that have another value than before. */
    changed: string[];
}

export type CountsWhy = 'everywhere' | 'issuing_place' | 'recognised' | 'not_recognised' | 'not_in_force';
export interface EntryCountsIn {
    place: PlaceCode;
    place_name: string;
    counts: boolean;
    why: CountsWhy;
    recognition: Id | null;
}

export interface EntryDetail extends Entry {
    definition_version: number;
    fields: Field[];
    about: RegisterSubject;
    gate: GateEffect;
    counts: RegisterCounts;
    standard: string | null;
    confirmed: boolean;
    certificate: boolean;
    case_id: Id | null;
    history: EntryHistory[];
    counts_in: EntryCountsIn[];
    may: EntryStep[];
    may_change: boolean;
    may_open: boolean;
    /** What waits for a second official; to those who may act on the entry. */
    proposal: EntryProposal | null;
}

export interface EntryProposal {
    act: EntryStep | 'change';
    /** Of a change: the last day and the content as they would be. */
    valid_to_on: DateOnly | null;
    values: FieldValues;
    names: ValueNames;
    reason: EntryReason;
    note: string | null;
    at: Instant;
    by: string | null;
    /** The reader's own: a colleague decides. */
    mine: boolean;
}

export interface NewEntry {
    place: PlaceCode;
    organisation?: Id;
    person?: Id;
    subject_place?: PlaceCode;
    number?: string;
    valid_from_on: DateOnly;
    valid_to_on?: DateOnly;
    values: FieldValues;
}

export interface RegisterCount {
    value: string;
    title: Words;
    valid: number;
    total: number;
}
export interface RegisterStatistics {
    total: number;
    by_status: RegisterCount[];
    by_place: RegisterCount[];
    fields: { field: string; title: Words; values: RegisterCount[] }[];
    as_of: Instant;
}

export interface RegisterImportFault {
    row: number;
    column: string;
    code: string;
    message: Words;
    accepted: string[];
}
export interface RegisterImport {
    dry_run: boolean;
    rows: number;
    added: number;
    changed: number;
    unchanged: number;
    refused: number;
    faults: RegisterImportFault[];
    ignored_columns: string[];
}

export interface RecognitionCell {
    origin: PlaceCode;
    place: PlaceCode;
    why: CountsWhy;
    recognition: Id | null;
    number: string | null;
    from_on: DateOnly | null;
    to_on: DateOnly | null;
}
export interface RecognitionRow {
    register_id: string;
    title: Words;
    counts: RegisterCounts;
    standard: string | null;
    single: number;
    cells: RecognitionCell[];
}
export interface RecognitionMatrix {
    places: PlaceNamed[];
    registers: RecognitionRow[];
    day: DateOnly;
}

export interface CreditGrade {
    scale: string;
    code: string;
    title: Words;
    from: number;
    to: number;
    basis: string;
    mark: Mark;
}
export interface CreditGradeTable {
    scales: { id: string; title: Words; grades: CreditGrade[] }[];
    axis: number;
}

export type DefinitionKind = 'registers' | 'procedures' | 'measures';
export interface DefinitionRecord {
    kind: DefinitionKind;
    id: string;
    version: number;
    title: Words;
    state: 'in_force' | 'superseded' | 'refused';
    confirmed: boolean;
    /** As a whole, or of one of its clocks. */
    bases: (Basis & { clock: Words | null })[];
    since_at: Instant | null;
    confirmed_at: Instant | null;
    confirmed_by: string | null;
    digest: string | null;
    faults: { at: string; message: Words }[];
}
