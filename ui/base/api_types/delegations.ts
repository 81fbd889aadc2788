import type { DateOnly, Id, Instant, Named, Words } from './common';

/** GET case-delegations: a turn in cases that one official handed to a colleague of the same office and role. */
export interface Delegation {
    id: Id;
    given_by: Named;
    given_to: Named;
    /** Given by the reader; else given to her. */
    mine: boolean;
    /** All cases of it; null: one case. */
    procedure: string | null;
    case_id: Id | null;
    /** Of the procedure, or of the case's. */
    title: Words;
    from_on: DateOnly;
    /** The last day. */
    to_on: DateOnly;
    state: 'ahead' | 'in_force' | 'over';
    made_at: Instant;
    /** Before its last day. */
    ended_at: Instant | null;
}

/** POST case-delegations: exactly one of procedure and case. */
export interface NewDelegation {
    to: Id;
    procedure?: string;
    case_id?: Id;
    from_on: DateOnly;
    to_on: DateOnly;
}
