import type { DateOnly, Id, Instant, PlaceCode, Words } from './common';

/** What law obliges to keep after erasure. */
export type RetentionClass = 'identity' | 'contract' | 'wages' | 'readings' | 'case_file' | 'register_entry';

/** What is kept, until when, by which rule; without a day as long as the authority keeps its register. */
export interface KeptNotice {
    record: RetentionClass;
    until_on: DateOnly | null;
    law: string;
}

/** Everything that the platform holds about the person, by part. */
export interface PersonalCopy {
    format: string;
    request: Id;
    person: Id;
    made_at: Instant;
    parts: { name: string; title: Words; items: unknown[] }[];
}

/** What an erasure would do now; with hindrances it is refused. */
export interface ErasurePreview {
    hindrances: { code: string; words: Words; count: number }[];
    goes: Words[];
    kept: KeptNotice[];
}

/** For her to keep: she cannot sign in any more. */
export interface ErasureReceipt {
    request: Id;
    at: Instant;
    gone: Words[];
    kept: KeptNotice[];
}

/** That a copy or an erasure happened, by numbers alone. */
export interface PersonalDataRequest {
    id: Id;
    person: Id;
    kind: 'copy' | 'erasure';
    at: Instant;
    place: PlaceCode;
    place_name: string;
    kept: KeptNotice[];
    /** Since when nothing is kept any more. */
    ended_on: DateOnly | null;
}
