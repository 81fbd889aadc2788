import type { OccupationCode, PlaceCode } from './common';

export interface Place {
    code: PlaceCode;
    name: string;
    level: 'province' | 'city' | 'county';
    parent: PlaceCode | null;
    lon: number | null;
    lat: number | null;
}

export interface Occupation {
    code: OccupationCode;
    name: string;
    level: number;
    parent: OccupationCode | null;
    path: string[];
}

/** An occupation that a title may mean. `term` is the name that spoke for it. */
export interface OccupationSuggestion {
    code: OccupationCode;
    name: string;
    path: string[];
    confidence_per_mille: number;
    ground: 'name' | 'everyday_name' | 'confirmed' | 'likeness';
    term: string;
}

export interface OccupationChoice {
    occupation: OccupationCode;
    /** False when the title has nothing to learn from. */
    counted: boolean;
}

export interface Industry {
    code: string;
    name: string;
    level: number;
    parent: string | null;
    path: string[];
}

export interface CodeItem {
    code: string;
    zh: string;
    en: string;
    /** The list's own attribute: a rank, a kind, or codes of another table separated by '|'. */
    value?: string;
}

export interface CodeTable {
    table: string;
    items: CodeItem[];
}
