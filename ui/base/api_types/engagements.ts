import type { DateOnly, Fen, Id, Instant, Named, PlaceCode } from './common';

export type EngagementSource = 'product' | 'procurement';
export type EngagementStatus = 'running' | 'completed' | 'ended_early';
export type EngagementSide = 'buyer' | 'provider';
export type StepStatus = 'agreed' | 'delivering' | 'delivered' | 'returned' | 'accepted' | 'paid' | 'confirmed' | 'dropped';
export type StepAct = 'start' | 'deliver' | 'accept' | 'send_back' | 'pay' | 'confirm';
export type LateLevel = 'none' | 'yellow' | 'orange' | 'red';

/** A part of the price, delivered some days after the agreement. */
export interface PlannedStep {
    title: string;
    percent: number;
    days: number;
}

export interface EngagementStep {
    number: number;
    title: string;
    amount_fen: Fen;
    due_on: DateOnly;
    status: StepStatus;
    /** By when the next act is due. */
    act_by_on: DateOnly | null;
    late_level: LateLevel;
    note: string | null;
    return_reason: string | null;
    returns: number;
    delivered_at: Instant | null;
    accepted_at: Instant | null;
    paid_reference: string | null;
    paid_on: DateOnly | null;
    confirmed_at: Instant | null;
    /** What the caller may do now. */
    may: StepAct[];
}

export interface EngagementRating {
    side: EngagementSide;
    stars: number;
    comment: string;
    rated_at: Instant;
    /** Whether the other side sees it yet. */
    open: boolean;
}

/** What one organisation delivers to another. The amounts by stage add up to the price. */
export interface Engagement {
    id: Id;
    source: EngagementSource;
    source_id: Id;
    place: PlaceCode;
    buyer: { id: Id | null; name: string };
    provider: Named;
    title: string;
    price_fen: Fen;
    open_fen: Fen;
    accepted_fen: Fen;
    paid_fen: Fen;
    confirmed_fen: Fen;
    dropped_fen: Fen;
    status: EngagementStatus;
    late_level: LateLevel;
    steps: EngagementStep[];
    my_side: EngagementSide | null;
    may_end: boolean;
    ended_by: EngagementSide | null;
    end_reason: string | null;
    ended_at: Instant | null;
    /** While the caller may still rate. */
    rate_until_at: Instant | null;
    ratings: EngagementRating[];
    created_at: Instant;
}

/** Without ratings `mean_tenths` is 0. */
export interface ProviderRating {
    count: number;
    mean_tenths: number;
}
