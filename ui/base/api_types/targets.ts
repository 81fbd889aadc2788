import type { Id, Instant, PlaceCode, Words } from './common';
import type { Measure } from './figures';

/** A paper that an office put beside what it reports (features/proofs). */
export interface Proof {
    id: Id;
    name: string;
    bytes: number;
    /** SM3 */
    digest: string;
    at: Instant;
}

export interface TargetSet {
    id: string;
    year: number;
    title: Words;
    /** false: there are no figures yet */
    adopted: boolean;
    source: string;
    mark: 'F' | 'K' | 'P';
}

export type NoForecast = 'not_counted' | 'year_over' | 'year_ahead' | 'history_short';

export interface TargetForecast {
    method: 'linear' | 'seasonal';
    value: number;
    /** mean absolute error of the back-tests */
    error: number;
    tests: number;
    months: number;
}

export interface Goal {
    measure: Measure;
    unit: Words;
    target: number | null;
    /** counted by the platform; null: it has no data */
    computed: { figure: string; verified: number; provisional: number } | null;
    computed_per_mille: number | null;
    /** by the city with a proof, only where nothing is computed */
    reported: { amount: number; version: number; digest: string; at: Instant } | null;
    reported_per_mille: number | null;
    forecast: TargetForecast | null;
    no_forecast: NoForecast | null;
}

export interface PlaceGoals {
    /** '' for all cities of the set */
    place: PlaceCode;
    place_name: string;
    items: Goal[];
}

export interface TargetBoard {
    set: TargetSet;
    year: number;
    as_of_position: number;
    places: PlaceGoals[];
    together: PlaceGoals;
    /** cities for which the caller may report */
    reporting: PlaceCode[];
    /** by which the figures were counted */
    formula: number;
}

export interface ComparedPlace {
    place: PlaceCode;
    place_name: string;
    amount: number;
    rank: number;
    people: number | null;
    per_million: number | null;
    per_million_rank: number | null;
    /** null: too few to be told to everybody */
    agencies: number | null;
    per_agency_thousandths: number | null;
    per_agency_rank: number | null;
}

export interface TargetComparison {
    measure: Measure;
    year: number;
    unit: Words;
    has_data: boolean;
    people_source: string;
    people_mark: 'F' | 'K' | 'P' | '';
    people_year: number;
    items: ComparedPlace[];
}

export interface TargetReportDraft {
    place: PlaceCode;
    year: number;
    measure: Measure;
    /** fen for revenue */
    amount: number;
    proof: Id;
}

export interface TargetReport {
    id: Id;
    place: PlaceCode;
    place_name: string;
    year: number;
    measure: Measure;
    unit: Words;
    version: number;
    amount: number;
    digest: string;
    at: Instant;
    /** for the offices that may read it */
    proof: Proof | null;
}
