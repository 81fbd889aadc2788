import type { Id, Instant, Words } from './common';

export type ImportStatus = 'reading' | 'ready' | 'applying' | 'done' | 'failed';
export type RowOutcome = 'refused' | 'duplicate' | 'review' | 'ready';

export interface ImportCounts {
    read: number;
    ready: number;
    refused: number;
    duplicates: number;
    review: number;
    imported: number;
}

export interface ImportRun {
    id: Id;
    kind: 'demand' | 'supply';
    filename: string;
    status: ImportStatus;
    created_at: Instant;
    /** Rows in the file, when known. */
    rows: number | null;
    counts: ImportCounts;
    problem: Words | null;
}

export interface RowFinding {
    column: string;
    value: string;
    message: Words;
    accepted: Words | null;
}

export interface ImportRow {
    row: number;
    outcome: RowOutcome;
    title: string;
    findings: RowFinding[];
    choices: { occupation: string; name: string; confidence_per_mille: number }[];
    duplicate_of: number | null;
}
