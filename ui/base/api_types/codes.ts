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
