import type { Id, Named, Words } from './common';
import type { Order } from './orders';

/** One part of a score: what it is for, what it brought of what it could. */
export interface ScorePart {
    code: string;
    points: number;
    max: number;
    reason: Words;
}

/** One person and one order looked at: why she is suggested for it, or why not. */
export interface Judgement {
    person: Named;
    order: Id;
    /** Nothing failed. */
    fits: boolean;
    score: number;
    parts: ScorePart[];
    failed: { filter: string; reason: Words }[];
}

export interface Candidate {
    person: Named;
    score: number;
    parts: ScorePart[];
}

export interface Match {
    order: Order;
    score: number;
    parts: ScorePart[];
}

export interface Suggestions<T> {
    /** The journal position whose state was ranked. */
    position: number;
    items: T[];
    considered: number;
    /** Of these; fewer: the counts below are estimates. */
    counted: number;
    /** Each candidate is counted with the first filter that removes it. */
    removed: { filter: string; count: number; reason: Words }[];
    /** The filter that removed the last one, when nothing is left. */
    last_filter: string | null;
    /** What the counts count, and from how many. */
    what_counts: Words | null;
    /** That in words. */
    why_empty: Words | null;
    /** What relaxing one filter would bring. */
    advice: Words | null;
}

/** Of one of several people asked about together. */
export interface BestOrders {
    person: Id;
    matches: Suggestions<Match>;
}
