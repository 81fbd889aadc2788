import type { Id, Instant, PlaceCode } from './common';

export interface JournalEvent {
    position: number;
    at: Instant;
    kind: string;
    city: PlaceCode;
    subject_kind: string;
    subject: Id;
    actor?: string | null;
    data: Record<string, unknown>;
}

export interface JournalPage {
    items: JournalEvent[];
    last: number;
}
