import type { Id, PlaceCode, PlaceNamed, Words } from './common';

export type Division = 'place' | 'county' | 'occupation' | 'occupation_class' | 'industry' | 'origin';
export type Dimension = 'place' | 'occupation' | 'industry' | 'origin';

/** A measure in force: what is counted from the journal, and how (features/statistics). */
export interface StatisticMeasure {
    id: string;
    version: number;
    versions: number[];
    title: Words;
    unit: Words;
    method: Words;
    period: 'month' | 'quarter' | 'year';
    dimensions: Dimension[];
    basis: { text: string; mark: 'F' | 'K' | 'D' | 'P' }[];
    as_of_position: number;
    first_period: string | null;
}

export interface StatisticRow {
    /** '' for what did not say */
    code: string;
    name: string;
    /** null: nothing is known there; 0 is zero */
    amount: number | null;
    facts: number;
}

export interface StatisticTable {
    measure: string;
    version: number;
    title: Words;
    unit: Words;
    method: Words;
    period: string;
    place: PlaceCode;
    by: Division;
    as_of_position: number;
    confirmed: boolean;
    /** null: the journal does not cover the period */
    total: number | null;
    rows: StatisticRow[];
    left_out: { reason: 'no_place' | 'no_amount'; events: number }[];
}

/** Every version of a formula for the same period, the oldest first; a row has an amount for each, null where nothing is known. */
export interface StatisticVersions {
    measure: string;
    title: Words;
    unit: Words;
    period: string;
    place: PlaceCode;
    by: Division;
    versions: { version: number; method: Words; confirmed: boolean; as_of_position: number; total: number | null }[];
    rows: { code: string; name: string; amounts: (number | null)[] }[];
}

export interface StatisticRecord {
    position: number;
    subject: Id;
    place: PlaceCode;
    place_name: string;
    occupation: string;
    occupation_name: string;
    industry: string;
    origin: string;
    amount: number;
    order: { id: Id; title: string; employer: string } | null;
}

/** What a figure was counted from: `facts` says how many there are, also those that the reader may not see. */
export interface StatisticRecords {
    amount: number;
    facts: number;
    items: StatisticRecord[];
    next: string | null;
}

/** Shares and their changes are hundredths of a percent (point), ratios hundredths. */
export interface MarketRow {
    code: string;
    name: string;
    demand: number;
    demand_share: number | null;
    demand_share_quarter: number | null;
    demand_share_year: number | null;
    supply: number;
    supply_share: number | null;
    supply_share_quarter: number | null;
    supply_share_year: number | null;
    ratio: number | null;
    ratio_quarter: number | null;
    ratio_year: number | null;
}

/** Among the places alone that were counted in both periods; hundredths of a percent. */
export interface PanelGrowth { places: number; demand: number | null; supply: number | null }

export interface Market {
    period: string;
    place: PlaceCode;
    by: Division;
    covered: boolean;
    demand: number;
    supply: number;
    undecided: number;
    ratio: number | null;
    quarter: PanelGrowth;
    year: PanelGrowth;
    demand_formula: number;
    supply_formula: number;
    as_of_position: number;
    /** of the region: where anything had been counted by then, and where nothing ever was */
    included: PlaceNamed[];
    excluded: PlaceNamed[];
    rows: MarketRow[];
}

/** A measure computed anew from the journal, beside what is kept. */
export interface StatisticVerification {
    same: boolean;
    events_read: number;
    parts: number;
    threads: number;
    column_bytes: number;
    reading_ms: number;
    arranging_ms: number;
    counting_us: number;
    measures: {
        measure: string;
        version: number;
        position: number;
        events: number;
        facts: number;
        cells: number;
        differing: number;
        differences: {
            period: string;
            place: PlaceCode;
            occupation: string;
            industry: string;
            origin: string;
            kept_amount: number;
            kept_facts: number;
            counted_amount: number;
            counted_facts: number;
        }[];
        left_out_kept: number;
        left_out_counted: number;
    }[];
}
