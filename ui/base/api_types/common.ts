/** Shapes that every resource shares. Member names are the API's own (snake_case). */

/** Opaque id of anything: 13 characters. */
export type Id = string;
/** RFC 3339 with +08:00. */
export type Instant = string;
/** YYYY-MM-DD. */
export type DateOnly = string;
/** Integer fen: 1/100 yuan. */
export type Fen = number;
/** GB/T 2260, six digits. */
export type PlaceCode = string;
export type OccupationCode = string;

/** A sentence in both languages, as the server sends it. */
export interface Words {
    zh: string;
    en: string;
}

export interface Named {
    id: Id;
    name: string;
}

export interface PlaceNamed {
    code: PlaceCode;
    name: string;
}

/** One line of a history that the server says in words. */
export interface HistoryLine {
    at: Instant;
    kind: string;
    text: Words;
    actor: string | null;
}

export interface Page<T> {
    items: T[];
    next: string | null;
    total?: number;
}

export type Role =
    | 'employer' | 'agency' | 'worker' | 'official' | 'inspector'
    | 'system_administrator' | 'security_administrator' | 'audit_administrator';

/** Query parameters of a list; undefined and '' are left out of the URL. */
export type Query = Record<string, string | number | boolean | undefined | null>;
/** Whose office acts on what covers a place (of it, or of what contains it) or the whole region (of a city or a province). */
export type OfficeNeeded = 'of_place' | 'of_city';
