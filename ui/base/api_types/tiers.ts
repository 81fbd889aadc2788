import type { Instant, Words } from './common';

/** What a tier may ask of an agency; none is about a place. */
export interface TierCriterion {
    code: string;
    title: Words;
    unit: Words;
    min: number;
    max: number;
    source: string;
    mark: 'F' | 'K' | 'P';
}

export interface TierCriteria {
    items: TierCriterion[];
    /** The longest head start. */
    hours_max: number;
}

/** A tier of an order. `value` and `fulfilled` are of the agency that asks; null to others. */
export interface OrderTier {
    criterion: string;
    title: Words;
    unit: Words;
    parameter: number;
    hours: number;
    reason: string;
    source: string;
    mark: string;
    others_at: Instant | null;
    value: number | null;
    fulfilled: boolean | null;
}

export interface OrderTiers {
    tiers: OrderTier[];
    opens_at: Instant | null;
    opens_to_all_at: Instant | null;
    /** To the agency that asks. */
    opens_to_you_at: Instant | null;
}
