import type { DateOnly, Fen, Id, Instant, Named, OccupationCode, PlaceCode, Words } from './common';

export type OrderKind =
    | 'recruit' | 'dispatch' | 'outsource' | 'flex' | 'lend' | 'train' | 'assess' | 'search' | 'procure';
export type OrderStatus =
    | 'draft' | 'review' | 'open' | 'filled' | 'running' | 'closed' | 'expired' | 'cancelled' | 'suspended';
/** How seats are given; only in a race does speed decide. */
export type GrabMode = 'race' | 'draw' | 'direct' | 'quote';
export type PayUnit = 'month' | 'day' | 'hour' | 'piece';
export type Shift = 'day' | 'night' | 'morning' | 'afternoon' | 'rotating';

export interface OrderSkill {
    name: string;
    /** Absent: wished for only. */
    required?: boolean | null;
    /** 0 any … 5 master. */
    level?: number | null;
}

/** Who may come earlier to a first-come order, and why. */
export interface Tier {
    /** A code of GET tier-criteria. */
    criterion: string;
    /** At least so many points, seats, months. */
    parameter: number;
    /** To everybody else it opens so long after opens_at. */
    hours: number;
    reason: string;
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
    /** Dates, pay and the like may be missing while an order is a draft. */
    starts_on: DateOnly | null;
    ends_on: DateOnly | null;
    shift: Shift;
    hours_per_day_tenths: number | null;
    skills: OrderSkill[];
    education: string | null;
    certificates: string[];
    pay_unit: PayUnit | null;
    pay_min_fen: Fen | null;
    pay_max_fen: Fen | null;
    service_fee_fen: Fen;
    lot_min: number;
    lot_max: number;
    cap_per_agency: number;
    hold_hours: number;
    mode: GrabMode;
    /** To apply to a draw, or to answer as the agency named. */
    apply_hours: number;
    leftover: 'race' | 'keep';
    /** The mode is over: what is left is first come, first served. */
    open_to_all: boolean;
    tiers: Tier[];
    /** Seats are taken in whole teams of so many; 0: one by one. */
    team_size: number;
    source: string;
    opens_at: Instant | null;
    closes_at: Instant | null;
    status: OrderStatus;
    /** What an official or the employer said: why it was returned, suspended or cancelled. */
    status_reason: string;
    /** Empty for those who are not its employer or supervisor. */
    findings: Finding[];
    created_at: Instant;
    published_at: Instant | null;
}

/** What a form sends, any part of an order that its employer may set. */
export type OrderDraft = Partial<Omit<Order,
    'id' | 'version' | 'employer' | 'occupation_name' | 'remaining' | 'place_name' | 'city' | 'status'
    | 'status_reason' | 'open_to_all' | 'findings' | 'created_at' | 'published_at'>>;

/** How many seats of an order stand where, by status of the seat. */
export interface OrderProgress {
    headcount: number;
    grabbed: number;
    seats: Record<string, number>;
}

/** One step of an order's history: an event of the journal. */
export interface HistoryItem {
    position: number;
    at: Instant;
    kind: string;
    data: Record<string, unknown>;
}

/** An employer's staff as it says itself (features/orders/staff.hpp). */
export interface StaffNumbers {
    /** null: nothing was said */
    contract_staff: number | null;
    dispatched_staff: number | null;
    as_of_on: DateOnly | null;
    reported_at: Instant | null;
    /** of its dispatch orders on this platform */
    dispatch_seats: number;
    /** dispatched of all that it uses */
    percent_hundredths: number | null;
    percent_max: number;
}
