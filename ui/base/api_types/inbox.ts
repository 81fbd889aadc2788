import type { Id, Instant, Words } from './common';

export interface InboxItem {
    /** kind and subject: the same as long as it waits */
    id: string;
    kind: string;
    title: Words;
    subject_kind: string;
    subject: Id;
    due_at: Instant | null;
    waiting_since_at: Instant;
    level: 'info' | 'soon' | 'late';
    link: string;
}

export interface Notice {
    id: Id;
    kind: string;
    title: Words;
    at: Instant;
    read_at: Instant | null;
    link: string | null;
}
