import type { Id, Instant, OfficeNeeded, PlaceCode, PlaceNamed, Words } from './common';

export type SupplyListKind = 'demand' | 'supply';
export type SupplyListStatus = 'draft' | 'review' | 'frozen' | 'published';
export type SupplyListAct = 'compile' | 'submit' | 'send_back' | 'freeze' | 'publish';

/** A supply or demand list of a place ('' is the region) and a quarter (features/lists). */
export interface SupplyList {
    id: Id;
    kind: SupplyListKind;
    place: PlaceCode;
    place_name: string;
    period: string;
    status: SupplyListStatus;
    /** 0 before it is frozen */
    version: number;
    number: string;
    /** version of the measure that counted */
    formula: number;
    method: Words;
    unit: Words;
    /** cut-off in the journal */
    position: number;
    total: number;
    /** events that could not be counted */
    left_out: number;
    included: PlaceNamed[];
    excluded: { code: PlaceCode; name: string; reason: string }[];
    digest: string;
    note: string;
    made_at: Instant;
    frozen_at: Instant | null;
    published_at: Instant | null;
    /** what the caller may do now */
    acts: SupplyListAct[];
    /** of an official who may not act on it: whose office has to */
    needs_office?: OfficeNeeded | null;
}

export interface SupplyListLine {
    line: number;
    place: PlaceCode;
    place_name: string;
    industry: string;
    industry_name: string;
    occupation: string;
    occupation_name: string;
    amount: number;
    /** several lines with few people, together */
    merged: boolean;
}

export interface SupplyListChanges {
    since: Id | null;
    since_number: string;
    /** another than the list's: differences are of the formula, too */
    since_formula: number;
    /** places of one list alone; the totals are of the others */
    only_before: PlaceNamed[];
    only_now: PlaceNamed[];
    total_before: number | null;
    total_now: number | null;
    items: SupplyListChange[];
}

/** Why a list has no number of a line: it stands with others, its place is left out, or nothing is merged there. */
export type SupplyListAbsence = 'merged' | 'place_left_out' | 'none_merged';

export interface SupplyListChange {
    place: PlaceCode;
    place_name: string;
    industry_name: string;
    occupation: string;
    occupation_name: string;
    before: number | null;
    now: number | null;
    before_absent: SupplyListAbsence | null;
    now_absent: SupplyListAbsence | null;
    /** null: not to be compared */
    difference: number | null;
}

export interface SupplyListDraft {
    kind: SupplyListKind;
    period: string;
    /** absent: the region */
    place?: PlaceCode;
    excluded?: { place: PlaceCode; reason: string }[];
}
