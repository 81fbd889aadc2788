import type { Id, Instant, PlaceCode } from './common';

export interface JournalEvent {
    position: number;
    at: Instant;
    kind: string;
    city: PlaceCode;
    subject_kind: string;
    subject: Id;
    /** for those who supervise */
    actor?: Id | null;
    data: Record<string, unknown>;
}

export interface JournalPage {
    items: JournalEvent[];
    /** go on with after=last; a page may be empty before the end */
    last: number;
    /** the journal's last position */
    end: number;
}
