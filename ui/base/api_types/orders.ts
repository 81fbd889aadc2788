import type { DateOnly, Fen, Id, Instant, Named, OccupationCode, PlaceCode, Words } from './common';

export type OrderKind =
    | 'recruit' | 'dispatch' | 'outsource' | 'flex' | 'lend' | 'train' | 'assess' | 'search' | 'procure';
export type OrderStatus =
    | 'draft' | 'review' | 'open' | 'filled' | 'running' | 'closed' | 'expired' | 'cancelled' | 'suspended';
export type PayUnit = 'month' | 'day' | 'hour' | 'piece';
export type Shift = 'day' | 'night' | 'morning' | 'afternoon' | 'rotating';

export interface OrderSkill {
    name: string;
    required: boolean;
    /** 0 any … 5 master. */
    level: number;
}

export interface Finding {
    code: string;
    severity: 'block' | 'review' | 'note';
    message: Words;
    basis: string;
    path: string;
}

export interface Order {
    id: Id;
    version: number;
    employer: Named;
    kind: OrderKind;
    title: string;
    description: string;
    occupation: OccupationCode;
    occupation_name: string;
    headcount: number;
    remaining: number;
    place: PlaceCode;
    place_name: string;
    city: PlaceCode;
    address: string;
    starts_on: DateOnly;
    ends_on: DateOnly | null;
    shift: Shift;
    hours_per_day: number;
    skills: OrderSkill[];
    education: string;
    certificates: string[];
    pay_unit: PayUnit;
    pay_min_fen: Fen;
    pay_max_fen: Fen;
    service_fee_fen: Fen;
    lot_min: number;
    lot_max: number;
    cap_per_agency: number;
    hold_hours: number;
    mode: 'race' | 'draw' | 'quote' | 'direct';
    source: string;
    opens_at: Instant | null;
    closes_at: Instant | null;
    status: OrderStatus;
    findings: Finding[];
    created_at: Instant;
    published_at: Instant | null;
    seats: { offered: number; accepted: number; on_site: number; done: number };
    history_url: string;
}

/** What a form sends: any part of an order that its employer may set. */
export type OrderDraft = Partial<Omit<Order,
    'id' | 'version' | 'employer' | 'occupation_name' | 'remaining' | 'place_name' | 'city' | 'status'
    | 'findings' | 'created_at' | 'published_at' | 'seats' | 'history_url'>>;

/** One line of a thing's history, in words. */
export interface HistoryItem {
    at: Instant;
    kind: string;
    text: Words;
    actor: string | null;
}
