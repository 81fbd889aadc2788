import type { Id, Instant, PlaceCode, Words } from './common';
import type { RowFault } from './imports';

export type SurveyStatus = 'draft' | 'collecting' | 'computed' | 'published';
export type SurveyAct = 'write' | 'list' | 'start' | 'name_collector' | 'compute' | 'publish';
export type SurveyAllotment = 'proportional' | 'neyman';
export type SurveyOutcome = 'completed' | 'refused' | 'not_reached' | 'not_eligible';
export type SurveyHouseholdStatus = 'waiting' | SurveyOutcome | 'conflict';
export type SurveyQuestionKind = 'choice' | 'choices' | 'number' | 'text' | 'date' | 'occupation' | 'place';
export type SurveyCompare = 'is' | 'contains' | 'above' | 'below';

export interface SurveyCondition { question: string; compare: SurveyCompare; value: string }
export interface SurveyQuestion {
    code: string;
    title: string;
    kind: SurveyQuestionKind;
    /** asked of each member of the household */
    of_member: boolean;
    required: boolean;
    options: { code: string; title: string }[];
    min: number | null;
    max: number | null;
    unit: string;
    /** an earlier question's answer compares so */
    shown_when: SurveyCondition | null;
}
/** How the households that were asked stand; the rate is completed ÷ (issued − not eligible), per mille. */
export interface SurveyResponse {
    issued: number; completed: number; refused: number; not_reached: number; not_eligible: number; waiting: number; conflict: number; rate: number;
}
/** A survey of rural households of a place (features/surveys). */
export interface Survey {
    id: Id;
    place: PlaceCode;
    place_name: string;
    title: string;
    status: SurveyStatus;
    version: number;
    questions: number;
    villages: number;
    /** of the frame */
    households: number;
    response: SurveyResponse;
    /** SM3 of the secret of the draw, public from the start */
    commitment: string;
    made_at: Instant;
    started_at: Instant | null;
    computed_at: Instant | null;
    published_at: Instant | null;
    /** what the caller may do now */
    acts: SurveyAct[];
}
export interface SurveyQuestions { version: number; questions: SurveyQuestion[] }
export interface SurveyVillage { village: number; place: PlaceCode; name: string; type: string; size: number; spread: number; place_name: string }
export interface SurveyStratum {
    stratum: number; place: PlaceCode; place_name: string; type: string; size: number; response: SurveyResponse;
    /** in millionths */
    design_weight: number;
    adjustment: number;
}
export interface SurveyMethod {
    sampling: Words;
    weights: Words;
    protection: Words;
    allotment: SurveyAllotment;
    wanted: number;
    commitment: string;
    secret: string;
    position: number;
    seed: string;
    frame_digest: string;
    cell_min: number;
    /** version of the method; 0: nothing is computed yet */
    formula: number;
    strata: SurveyStratum[];
}
/** An option with its share and total, or a number with its mean and total; in thousandths. A hidden one has no numbers. */
export interface SurveyResult {
    line: number;
    /** '' is all places */
    place: string;
    place_name: string;
    question: string;
    question_title: string;
    choice: string;
    choice_title: string;
    unit: string;
    of_member: boolean;
    hidden: number;
    /** null: hidden; 0: nobody of the sample, and no estimate */
    answered: number | null;
    value: number | null; low: number | null; high: number | null;
    total: number | null; total_low: number | null; total_high: number | null;
}
export interface SurveyHousehold {
    id: Id;
    /** village and ordinal: nobody's name */
    number: string;
    village: string;
    place_name: string;
    type: string;
    rank: number;
    issued: boolean;
    replaced: boolean;
    collector: string;
    status: SurveyHouseholdStatus;
    changed_at: Instant;
}
export interface SurveyGiven { question: string; member: number; values: string[] }
export interface SurveyAnswer {
    id: Id;
    collector: string;
    version: number;
    outcome: SurveyOutcome;
    consented: boolean;
    standing: 'head' | 'past' | 'set_aside';
    made_at: Instant;
    received_at: Instant;
    /** only when it was opened with a purpose */
    content: { outcome: SurveyOutcome; members: number; given: SurveyGiven[] } | null;
}
export interface SurveyHouseholdDetail { household: SurveyHousehold; answers: SurveyAnswer[]; readings: { at: Instant; purpose: string }[] }
/** What a collector's phone keeps. */
export interface SurveyVisit { id: Id; number: string; village: string; status: SurveyHouseholdStatus }
export interface SurveyVisits {
    id: Id; title: string; place_name: string; version: number; questions: SurveyQuestion[]; notice: Words; households: SurveyVisit[];
}
export interface SurveySent {
    household: Id; client: string; version: number; outcome: SurveyOutcome; consented: boolean; members: number; given: SurveyGiven[]; made_at: Instant;
}
export interface SurveyAnswerFault { code: string; message: Words; question: string; member: number }
export interface SurveyTaken {
    household: Id; client: string; version: number;
    /** null: it was not taken */
    merged: 'added' | 'same' | 'older' | 'reused' | null;
    status: SurveyHouseholdStatus | null;
    faults: SurveyAnswerFault[];
}
export interface SurveyFrameReport { villages: number; households: number; kept: boolean; faults: RowFault[] }
