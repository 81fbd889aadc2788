import type { Id, Instant, OfficeNeeded, PlaceCode, PlaceNamed, Words } from './common';

export type QuarterReportStatus = 'draft' | 'review' | 'published';
export type QuarterReportAct = 'compile' | 'submit' | 'send_back' | 'publish';
export type QuarterTableName =
    | 'overall' | 'sector' | 'industry' | 'employer_kind' | 'occupation_class' | 'gaps' | 'surpluses' | 'seeker_kind' | 'sex' | 'age'
    | 'schooling' | 'skill_level' | 'city';

/** An earlier report that one is compared with: groups only when both are of the same places. */
export interface EarlierQuarterReport { id: Id; number: string; period: string; same_panel: boolean; places: number }

/** The market report of a place ('' is the region) and a quarter (features/quarter_reports). */
export interface QuarterReport {
    id: Id;
    place: PlaceCode;
    place_name: string;
    period: string;
    status: QuarterReportStatus;
    /** 0 before it is published */
    version: number;
    number: string;
    title: string;
    demand_formula: number;
    supply_formula: number;
    /** cut-off in the journal */
    position: number;
    demand: number;
    supply: number;
    ratio: number | null;
    /** events that could not be counted */
    left_out: number;
    persons_min: number;
    firms_min: number;
    /** every group and title is found in a law or standard */
    groups_confirmed: boolean;
    included: PlaceNamed[];
    excluded: { code: PlaceCode; name: string; reason: string }[];
    quarter_before: EarlierQuarterReport | null;
    year_before: EarlierQuarterReport | null;
    digest: string;
    note: string;
    /** whose rows the reader sees: the office's have no small groups merged */
    audience: 'office' | 'everybody';
    made_at: Instant;
    published_at: Instant | null;
    /** what the caller may do now */
    acts: QuarterReportAct[];
    /** of an official who may not act on it: whose office has to */
    needs_office?: OfficeNeeded | null;
}

/** Shares and their changes are hundredths of a percent (point), growth hundredths of a percent. */
export interface QuarterSide {
    amount: number;
    share: number | null;
    share_quarter: number | null;
    share_year: number | null;
    growth_quarter: number | null;
    growth_year: number | null;
}

export interface QuarterRow {
    /** 'any' has no preference, 'unstated' is not registered, '*…' are several small groups, 'total' */
    code: string;
    name: string;
    merged: boolean;
    demand: QuarterSide;
    supply: QuarterSide;
    /** hundredths */
    ratio: number | null;
    ratio_quarter: number | null;
    ratio_year: number | null;
}

export interface QuarterTable {
    table: QuarterTableName;
    number: string;
    title: Words;
    has_demand: boolean;
    has_supply: boolean;
    /** growth of amounts instead of changes of shares */
    shows_growth: boolean;
    /** rows add up to the total */
    is_whole: boolean;
    /** rows open to records */
    opens: boolean;
    notes: Words[];
    rows: QuarterRow[];
    total: QuarterRow;
}

export interface QuarterFigure { table: QuarterTableName; code: string; column: string }

/** The report in sentences; a part with a figure is a number that is that cell. */
export interface QuarterDocument {
    title: string;
    sections: { title: string; sentences: { parts: { text: string; figure: QuarterFigure | null }[] }[]; chart: QuarterTableName | null }[];
}

export interface QuarterReportDraft {
    period: string;
    /** absent: the region */
    place?: PlaceCode;
    excluded?: { place: PlaceCode; reason: string }[];
}
