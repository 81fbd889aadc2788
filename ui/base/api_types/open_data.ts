import type { Instant, PlaceCode, Words } from './common';

export type OpenTheme = 'market' | 'shortages' | 'pay' | 'targets' | 'registers';
export type OpenColumnType = 'text' | 'code' | 'integer' | 'boolean' | 'date' | 'instant';

export interface OpenColumn {
    id: string;
    title: Words;
    type: OpenColumnType;
    /** '' where there is none */
    unit: Words;
    about: Words;
}

/** A version never changes; `csv` and `json` are links below the server's address. */
export interface OpenVersion {
    number: number;
    label: string;
    published_at: Instant;
    /** the cut-off in the journal */
    position: number;
    formula: string;
    rows: number;
    /** rows that are no open data, because one person stands behind them */
    left_out: number;
    /** SHA-256 of the CSV bytes */
    digest: string;
    csv_bytes: number;
    json_digest: string;
    json_bytes: number;
    csv: string;
    json: string;
    /** what it covers, and what it leaves out: then `reason` says why; none where places are no matter */
    places: { code: PlaceCode; name: string; reason: string }[];
}

export interface OpenTable {
    id: string;
    theme: OpenTheme;
    title: Words;
    about: Words;
    place: PlaceCode;
    place_name: string;
    often: Words;
    /** null: no versions are kept of it, see `live` */
    newest: OpenVersion | null;
    live: string;
}

export interface OpenLicence {
    id: string;
    title: Words;
    terms: Words;
    confirmed: boolean;
    source: string;
}

export interface OpenTableList {
    items: OpenTable[];
    licence: OpenLicence;
}

export interface OpenTableDetail extends OpenTable {
    licence: OpenLicence;
    missing: Words;
    columns: OpenColumn[];
    /** the first rows of the newest version; null: an empty cell */
    preview: (string | null)[][];
    /** the newest first, at most 50 */
    versions: OpenVersion[];
}
