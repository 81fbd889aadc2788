import type { Actor } from './cases';
import type { Id, Instant, Words } from './common';

/** What was done to a file, or found of it. */
export type FileAct = 'uploaded' | 'bound' | 'sent' | 'read' | 'altered' | 'restored' | 'forgotten';

/** One act: an event of the sealed journal. */
export interface CustodyAct {
    act: FileAct;
    at: Instant;
    /** In the journal: what `jianghui audit prove` takes. */
    position: number;
    by: Actor | null;
    /** Null: the server found it, or the caller may know the office only. */
    by_name: string | null;
    /** The authority that acted. */
    office: string | null;
    step: Id | null;
    step_title: Words | null;
    form_title: Words | null;
    /** The name of the place that can read it since then. */
    sent_to: string | null;
    /** For offices: another case that used it. */
    other_case: Id | null;
    /** SM3 of altered bytes. */
    found: string | null;
}

/** Without acts: it was handed in before acts were recorded. */
export interface CustodyFile {
    id: Id;
    name: string;
    bytes: number;
    digest: string;
    by_name: string | null;
    handed_in_at: Instant;
    audience: 'parties' | 'officials';
    altered: boolean;
    acts: CustodyAct[];
}

/** GET cases/{case}/custody. */
export interface Custody {
    case_id: Id;
    files: CustodyFile[];
}
