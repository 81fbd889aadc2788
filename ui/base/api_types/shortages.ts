import type { DateOnly, Fen, Id, Instant, OccupationCode, OfficeNeeded, PlaceCode, PlaceNamed, Words } from './common';

/** In rising order. */
export type ShortageGrade = 'none' | 'mild' | 'moderate' | 'severe';
export type ShortageCause = 'few_people' | 'place' | 'pay' | 'skill';
export type ShortagePart = 'gap' | 'days' | 'growth' | 'pay' | 'expert';
export type ShortageStatus = 'draft' | 'review' | 'published';
export type ShortageAct = 'compile' | 'name_expert' | 'submit' | 'send_back' | 'publish';

/** The shortage catalogue of a place ('' is the region) and a quarter (features/shortages). */
export interface ShortageCatalogue {
    id: Id;
    place: PlaceCode;
    place_name: string;
    period: string;
    status: ShortageStatus;
    /** 0 before it is published */
    version: number;
    number: string;
    demand_formula: number;
    supply_formula: number;
    /** cut-off in the journal */
    position: number;
    /** whose weights and limits: of a quarter that is over its last day */
    rules_on: DateOnly;
    /** occupations with too few posts to be assessed */
    too_few: number;
    included: PlaceNamed[];
    excluded: PlaceNamed[];
    digest: string;
    note: string;
    made_at: Instant;
    published_at: Instant | null;
    /** what the caller may do now */
    acts: ShortageAct[];
    /** of an official who may not act on it: whose office has to */
    needs_office?: OfficeNeeded | null;
    /** the caller is an expert of it */
    asked: boolean;
    /** for the office and the experts */
    experts: { name: string; opinions: number; dissents: number }[];
}

export interface ShortageOpinion {
    expert: string;
    grade: ShortageGrade;
    dissents: boolean;
    reason: string;
    given_at: Instant;
    mine: boolean;
}

export interface ShortageEntry {
    line: number;
    place: PlaceCode;
    place_name: string;
    occupation: OccupationCode;
    occupation_name: string;
    grade: ShortageGrade;
    cause: ShortageCause;
    demand: number;
    demand_before: number | null;
    available: number | null;
    /** hundredths */
    ratio: number | null;
    /** median days that posts were open */
    days: number | null;
    /** median a month */
    pay_fen: Fen | null;
    /** per mille */
    points: number | null;
    /** percent of the weights that are known */
    known_weight: number;
    parts: { part: ShortagePart; weight: number; points: number | null }[];
    /** figures of people are too small to be public */
    withheld: boolean;
    dissents: number;
    opinions: ShortageOpinion[];
}

/** What a catalogue means; every number of a sentence is a part with a figure (1 …). */
export interface ShortageGuide {
    catalogue: Id;
    title: string;
    number: string;
    period: string;
    place_name: string;
    position: number;
    sections: { title: string; sentences: { parts: { text: string; figure: number }[] }[] }[];
    figures: { number: number; what: string; value: string; link: string }[];
}

/** In rising order. */
export type WarningLevel = 'surplus' | 'none' | 'yellow' | 'orange' | 'red';
export type WarningStatus = 'computed' | 'issued' | 'dismissed' | 'answered' | 'lifted' | 'overtaken';
export type WarningAct = 'issue' | 'dismiss' | 'answer';

export interface ShortageWarning {
    id: Id;
    place: PlaceCode;
    place_name: string;
    occupation: OccupationCode;
    occupation_name: string;
    period: string;
    level: WarningLevel;
    level_before: WarningLevel;
    status: WarningStatus;
    due_at: Instant | null;
    overdue: boolean;
    who: Words;
    note: string;
    measures: string;
    computed_at: Instant;
    decided_at: Instant | null;
    answered_at: Instant | null;
    acts: WarningAct[];
    /** newest first; in the answer about one warning alone */
    history: { period: string; level: WarningLevel; standing: WarningLevel; demand: number; available: number | null; ratio: number | null; days: number | null }[];
}

export interface ShortageHindsight {
    place: PlaceCode;
    of_warnings: { given: number; right: number; missed: number; pending: number };
    /** assessed so far */
    quarters: number;
    last_period: string | null;
    periods_needed: number;
    /** how the last quarter was assessed, and of which places; null: nothing was kept of it */
    assessed: {
        period: string; position: number; formula: number; demand_formula: number; supply_formula: number;
        included: PlaceNamed[]; excluded: PlaceNamed[];
    } | null;
}

export type FlowKind = 'work' | 'residence';

export interface FlowCell {
    amount: number | null;
    hidden: boolean;
}

/** From row to column; the last row and column are everywhere else. Totals are of what is shown. */
export interface TalentFlows {
    period: string;
    kind: FlowKind;
    places: PlaceNamed[];
    included: PlaceNamed[];
    /** of these nothing is known: their 0 is no count */
    excluded: PlaceNamed[];
    matrix: { cells: FlowCell[][]; from_totals: number[]; to_totals: number[]; total: number; hidden: number };
    /** smaller figures are hidden; 0: none is, for the office */
    least: number;
    unknown: number | null;
    formula: number;
    as_of_position: number;
}

/** Who was counted in a cell: the amount is the cell's; people are those whom the reader's office supervises on either side. */
export interface FlowRecord {
    person: Id;
    from: PlaceCode;
    from_name: string;
    to: PlaceCode;
    to_name: string;
}
export interface FlowRecords { amount: number; items: FlowRecord[]; next: string | null }

/** People are told where they are many enough, or to offices; rank_before null: it is new. */
export interface RankedOccupation {
    rank: number;
    occupation: string;
    occupation_name: string;
    demand: number;
    available: number | null;
    gap: number | null;
    places: number;
    points: number | null;
    rank_before: number | null;
}

/** Which occupations lack people most in the region in a quarter. */
export interface ShortageRanking {
    period: string;
    items: RankedOccupation[];
    left: { occupation: string; occupation_name: string; rank_before: number }[];
    /** the journal covers the quarter before */
    compared: boolean;
    limits: { of_a_city: number; listed: number; weight_gap: number; weight_places: number; demand_min: number; employers_min: number };
    formula: number;
    demand_formula: number;
    supply_formula: number;
    position: number;
    included: PlaceNamed[];
    excluded: PlaceNamed[];
}
