import type { Id, Instant, PlaceCode, Words } from './common';

export type Measure = 'revenue' | 'revenue_net' | 'employment' | 'employers' | 'talent';

export interface Figure {
    id: string;
    measure: Measure;
    unit: Words;
    verified: number;
    provisional: number;
    has_data: boolean;
    target: number | null;
    target_unit: Words | null;
    progress_per_mille: number | null;
    method: Words;
    as_of_position: number;
    /** version of the way of counting */
    formula: number;
}

export interface Figures {
    /** '' for the whole region */
    place: PlaceCode;
    place_name: string;
    year: number;
    items: Figure[];
}

export interface FigureRecord {
    at: Instant;
    kind: string;
    subject: Id;
    state: 'provisional' | 'verified';
    amount: number;
    order: { id: Id; title: string } | null;
    organisation: { id: Id; name: string } | null;
}

export interface FigureMapRow {
    place: PlaceCode;
    place_name: string;
    verified: number;
    provisional: number;
}
