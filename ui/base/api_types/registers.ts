import type { Words } from './common';

export type FieldType = 'text' | 'long_text' | 'integer' | 'fen' | 'date' | 'boolean' | 'code' | 'codes' | 'place' | 'occupation'
    | 'industry' | 'credit_code' | 'phone' | 'identity_number' | 'organisation' | 'person' | 'file' | 'rows';
export type Audience = 'everybody' | 'parties' | 'officials';

/** A field is asked only while another field of the same form has one of these values. */
export interface FieldWhen {
    field: string;
    is: string[];
}

/** A column of a `rows` field: all of a field but its own columns. */
export interface FieldColumn {
    id: string;
    title: Words;
    help?: Words | null;
    type: FieldType;
    /** Code table of `code` and `codes`. */
    table?: string | null;
    /** Default true. */
    required?: boolean | null;
    /** Length of texts, size of numbers, number of codes or rows. */
    min?: number | null;
    max?: number | null;
    when?: FieldWhen | null;
}

/** One field of an entry, or of the form of a case's step. */
export interface Field extends FieldColumn {
    /** Default parties. */
    audience?: Audience | null;
    sealed?: boolean | null;
    unique?: boolean | null;
    columns?: FieldColumn[] | null;
}

/** The values of a form as they travel: one object, its members the ids of the fields. */
export type FieldValues = Record<string, unknown>;

/** Names for codes and ids inside values (occupations, industries, organisations, people, files), by code or id. */
export type ValueNames = Record<string, string>;

/** F found in the text, K known by heart, D derived, P proposed. */
export type Mark = 'F' | 'K' | 'D' | 'P';

export interface Basis {
    text: string;
    mark: Mark;
}
