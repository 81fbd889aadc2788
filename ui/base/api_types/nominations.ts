import type { Id, Instant, Named } from './common';

/** An employer named one agency for an order of mode direct. */
export interface Nomination {
    id: Id;
    order: Id;
    employer: Named;
    agency: Named;
    status: 'asked' | 'taken' | 'declined' | 'lapsed' | 'voided';
    /** Why the agency declined. */
    reason: string;
    answer_until_at: Instant;
    share: Id | null;
    created_at: Instant;
}
