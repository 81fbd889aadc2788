import type { Fen, Id, Instant, OccupationCode, PlaceCode, Words } from './common';

export type PaySurveyStatus = 'frame' | 'collecting' | 'computed' | 'published';
export type PaySurveyAct = 'list' | 'draw' | 'name_expert' | 'compute' | 'publish';

/** A pay survey of a place and a year, and the guide that comes of it (features/pay_surveys). */
export interface PaySurvey {
    id: Id;
    place: PlaceCode;
    place_name: string;
    year: number;
    status: PaySurveyStatus;
    /** companies of the frame, of the sample, with an accepted answer, in the guide */
    listed: number;
    sampled: number;
    answered: number;
    counted: number;
    /** persons in published cells */
    persons: number;
    drawn_at: Instant | null;
    computed_at: Instant | null;
    published_at: Instant | null;
    /** what the caller may do now */
    acts: PaySurveyAct[];
    /** whom the office asked to judge the answers; for it alone, while they are collected */
    experts: string[];
}

export interface PayParameter {
    code: string;
    name: Words;
    value: number;
    unit: string;
    /** F found, K recalled, P proposed */
    mark: string;
    source: string;
}

export interface PayMethod {
    sampling: Words;
    percentiles: Words;
    protection: Words;
    seed: string;
    frame_digest: string;
    commitment: string;
    secret: string;
    position: number;
    /** rows left out */
    short_year: number;
    outliers: number;
    /** version of the method; 0: nothing is computed yet */
    formula: number;
    parameters: PayParameter[];
}

/** A cell of the guide; a hidden one has no numbers. Pay in fen a year. */
export interface PayCell {
    line: number;
    occupation: string;
    occupation_name: string;
    /** several occupations with few answers, together */
    pooled: boolean;
    /** '' is all levels; several are joined by '+' */
    level: string;
    level_name: Words;
    /** '' is all places */
    place: string;
    place_name: string;
    hidden: boolean;
    persons: number | null;
    companies: number | null;
    p10: Fen | null;
    p25: Fen | null;
    p50: Fen | null;
    p75: Fen | null;
    p90: Fen | null;
    mean: Fen | null;
}

export type PayAnswerStatus = 'open' | 'review' | 'accepted';
export type PayAnswerAct = 'write' | 'submit' | 'open' | 'approve' | 'send_back';
export type PayFinding = 'below_minimum_wage' | 'very_high' | 'no_base_pay' | 'long_hours' | 'staff_differs'
    | 'cost_missing' | 'cost_pay_differs' | 'cost_staff_differs' | 'cost_no_insurance' | 'cost_above_costs' | 'cost_above_revenue';

/** A company of the frame. */
export interface PayCompany {
    id: Id;
    name: string;
    industry: string;
    place: PlaceCode;
    size: number;
    /** 1 ÷ probability in millionths; 0: not asked */
    weight: number;
    answer: Id | null;
    status: PayAnswerStatus | null;
    layer: Words;
}

/** What is unusual and must be explained in words. */
export interface PayFindingView {
    finding: PayFinding;
    message: Words;
    rows: number;
    first_rows: number[];
    explanation: string;
}

export interface PayAnswer {
    id: Id;
    survey: Id;
    year: number;
    place_name: string;
    company: Id;
    company_name: string;
    place: PlaceCode;
    size: number;
    status: PayAnswerStatus;
    /** index into `layers`; their number when accepted */
    layer: number;
    layers: Words[];
    rows: number;
    /** labour cost was filled in; in the answer about one alone */
    cost: boolean;
    note: string;
    findings: PayFindingView[];
    reviews: { round: number; layer: Words; agreed: boolean; reason: string; at: Instant; as_expert: boolean }[];
    readings: { at: Instant; purpose: string }[];
    changed_at: Instant;
    acts: PayAnswerAct[];
}

/** The pay of one person in the year; amounts in fen. */
export interface PayRow {
    occupation: OccupationCode;
    level: string;
    sex: 'male' | 'female' | null;
    months: number;
    hours: number;
    base: Fen;
    bonus: Fen;
    allowance: Fen;
    overtime: Fen;
    special: Fen;
}

/** A company's figures of the year, of its books; amounts in fen. */
export interface LabourCost {
    staff: number;
    wages: Fen;
    welfare: Fen;
    education: Fen;
    insurance: Fen;
    protection: Fen;
    housing: Fen;
    other: Fen;
    costs: Fen;
    revenue: Fen;
    profit: Fen;
    value_added: Fen | null;
}

/** What a company filled in. */
export interface PayRows {
    items: PayRow[];
    cost: LabourCost | null;
}

/** Labour cost of an industry, or of several ('' is all): averages and ratios in per mille; null where it may not be told. */
export interface PayCost {
    industry: string;
    industry_name: string;
    companies: number;
    per_person: Fen;
    parts: { parts: string; name: Words; per_person: Fen; per_mille: number }[];
    of_revenue: number | null;
    of_costs: number | null;
    of_value_added: number | null;
    profit: number | null;
}

export interface PayCosts {
    formula: number;
    items: PayCost[];
}

/** What became of a table that was sent in; with faults nothing is kept. */
export interface PaySheetReport {
    rows: number;
    kept: boolean;
    cost: boolean;
    faults: { row: number; column: string; value: string; code: string; message: Words; accepted: string[] }[];
    findings: PayFindingView[];
}
