import type { Id, Instant, Named, Words } from './common';

export type ShareStatus =
    | 'held' | 'staffing' | 'delivering' | 'settled' | 'released' | 'withdrawn' | 'defaulted';

export interface GateFact {
    code: string;
    text?: Words;
    value?: string;
}

export interface Share {
    id: Id;
    order: { id: Id; title: string };
    agency: Named;
    seats: number;
    staffed: number;
    status: ShareStatus;
    held_until_at: Instant | null;
    gate: { rule_version: string; facts: GateFact[] };
    created_at: Instant;
}

export interface GateRefusal {
    code: string;
    message: Words;
    satisfy: Words;
}

/** Whether the asking agency may grab, before it tries. */
export interface Gate {
    allowed: boolean;
    max_seats: number;
    refusals: GateRefusal[];
}
