import type { Id, Instant, Words } from './common';

/** Truth: features/imports/model.hpp. */
export type ImportKind = 'demand' | 'supply';
export type ImportStatus = 'reading' | 'ready' | 'applying' | 'done' | 'failed';
export type RowOutcome = 'ready' | 'review' | 'duplicate' | 'refused' | 'imported';
export type DuplicateReason =
    | 'same_row' | 'same_post_same_text' | 'same_post_similar_text' | 'same_id_number' | 'same_name_and_phone'
    | 'known_already';

/** Rows read = ready + review + duplicates + refused + imported. */
export interface ImportCounts {
    read: number;
    ready: number;
    review: number;
    duplicates: number;
    refused: number;
    imported: number;
}

/** How the file was understood. */
export interface ImportForm {
    format: string;
    encoding: string;
    delimiter: string;
    sheet: string;
    other_sheets: string[];
}

/** What became of one column of the file. */
export interface ColumnMatch {
    /** From 0. */
    column: number;
    header: string;
    /** null: not understood, not imported. */
    field: string | null;
    confidence_per_mille: number;
    /** false also for columns that are left out on purpose. */
    imported: boolean;
    suggestions: string[];
}

export interface ImportFailure {
    code: string;
    message: Words;
}

export interface ImportRun {
    id: Id;
    kind: ImportKind;
    filename: string;
    status: ImportStatus;
    /** Of reading or of applying. */
    progress_per_mille: number;
    counts: ImportCounts;
    form: ImportForm;
    columns: ColumnMatch[];
    notes: Words[];
    failure: ImportFailure | null;
    created_at: Instant;
    finished_at: Instant | null;
}

export interface RowFault {
    /** As a spreadsheet program numbers it; the header is row 1. */
    row: number;
    /** The header as the file spells it; empty: the whole row. */
    column: string;
    /** Masked where it is personal. */
    value: string;
    code: string;
    message: Words;
    /** Spellings that would have been accepted. */
    accepted: string[];
}

export interface OccupationGuess {
    code: string;
    name: string;
    confidence_per_mille: number;
}

export interface ImportRow {
    row: number;
    outcome: RowOutcome;
    summary: string;
    faults: RowFault[];
    suggestions: OccupationGuess[];
    notes: Words[];
    /** row null: what the register has already. */
    duplicate_of: { row: number | null; reason: DuplicateReason; text: Words; similarity_per_mille: number } | null;
    /** The order or person that it became. */
    result: Id | null;
}

/** What a person decides about a row in review or a duplicate. */
export interface RowChoice {
    occupation?: string;
    /** Also for the other rows in review with that title. */
    same_title?: boolean;
    /** Import a duplicate all the same. */
    keep?: boolean;
}
