import type { DateOnly, Id, Instant, Named, PlaceCode, Words } from './common';
import type { ScorePart } from './suggestions';

export type FairStatus = 'waiting' | 'running' | 'decided' | 'stopped' | 'infeasible' | 'failed';
export type FairStage = 'ranking' | 'auction' | 'proof' | 'search' | 'floors';
/** own: an agency's candidates, or the people of an official's place; open: the public pool; all: both. */
export type PoolKind = 'own' | 'open' | 'all';
export type FairFile = 'edges' | 'orders' | 'workers' | 'groups' | 'worker_groups' | 'answer';

/** A batch of orders and a pool of people, allocated at once. */
export interface Fair {
    id: Id;
    title: string;
    /** An agency's; null: an authority's of `place`. */
    organisation: Named | null;
    place: PlaceCode;
    place_name: string;
    pool: PoolKind;
    several: boolean;
    /** Percent of an even spread that each agency's people, each county's orders get at least. */
    agency_floor: number;
    place_floor: number;
    /** After so many the search ends with the best so far. */
    seconds: number;
    status: FairStatus;
    /** The code of why it failed; '' otherwise. */
    failure: string;
    mine: boolean;
    orders: number;
    seats: number;
    /** Orders whose people have been found. */
    ranked: number;
    people: number;
    pairs: number;
    steps: number;
    /** While it is computed: what is done, for how many seconds of the search; the best total found, and what is proven that no plan exceeds. */
    stage: FairStage;
    stop_asked: boolean;
    spent_seconds: number;
    best_so_far: number | null;
    bound_so_far: number | null;
    filled: number;
    /** Of the plan as it stands; as it was computed; what no plan can exceed. */
    total: number;
    optimum: number;
    bound: number;
    /** Of `infeasible`: how much of the floors could be kept. */
    feasible_percent: number | null;
    input_digest: string;
    created_at: Instant;
    decided_at: Instant | null;
    handed_over_at: Instant | null;
}

/** An order that the caller may allocate, with its empty seats. */
export interface OpenOrder {
    order: { id: Id; title: string };
    employer: Named;
    place: PlaceCode;
    place_name: string;
    seats: number;
    starts_on: DateOnly | null;
    ends_on: DateOnly | null;
}

export interface FilterCount { filter: string; count: number; reason: Words }

export interface FairOrder extends OpenOrder {
    filled: number;
    considered: number;
    qualified: number;
    removed: FilterCount[];
    /** What relaxing one filter would bring; empty words when nothing. */
    advice: Words;
    /** Why seats stay empty; '' when none does. */
    reason: string;
    reason_text: Words;
    /** What one more filled seat would cost the total at least, and by whom. */
    price: number | null;
    nearest: Named | null;
}

export interface FairPair {
    person: Named;
    order: Id;
    score: number;
    by_hand: boolean;
    seat: Id | null;
    refusal: string;
    refusal_text: Words;
}

export interface FairSpread { kind: 'agency' | 'place'; name: string; whole: number; filled: number; floor: number }

export interface FairDetail extends Fair {
    order_list: FairOrder[];
    pair_list: FairPair[];
    /** Pairs of people whom the caller may not be shown. */
    hidden: number;
    spread: FairSpread[];
}

export interface FairChoice {
    person: Named;
    score: number;
    /** What giving this person the order would cost the total at least. */
    loss: number;
    placed_in: { id: Id; title: string } | null;
}

export interface FairFitness { score: number; parts: ScorePart[]; failed: FilterCount[] }

export interface FairDraft {
    title: string;
    orders: Id[];
    pool: PoolKind;
    several?: boolean;
    agency_floor?: number;
    place_floor?: number;
    /** Left out: as the platform says. */
    seconds?: number;
}

export interface FairEdit { person: Id; order: Id; out?: boolean; instead_of?: Id }
export interface FairEditAnswer { total: number; optimum: number; loss: number; this_change: number; filled: number }
export interface FairOffers { offered: number; refused: number; left: number; tried: FairPair[] }
