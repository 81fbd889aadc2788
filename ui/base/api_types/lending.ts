import type { DateOnly, Fen, Id, Instant, Named, OccupationCode, PlaceCode } from './common';
import type { Shift } from './orders';
import type { OverdueLevel } from './statements';

export type LendingPostKind = 'surplus' | 'shortage';
export type LendingPostStatus = 'open' | 'filled' | 'closed' | 'expired';

/** A post of the public board: an enterprise, no person. */
export interface LendingPost {
    id: Id;
    organisation: Named;
    kind: LendingPostKind;
    occupation: OccupationCode;
    occupation_name: string;
    place: PlaceCode;
    place_name: string;
    people: number;
    people_left: number;
    starts_on: DateOnly;
    ends_on: DateOnly;
    shift: Shift;
    /** A month. */
    wage_fen: Fen | null;
    asks: string;
    status: LendingPostStatus;
    created_at: Instant;
    mine: boolean;
}

export interface LendingPostDraft {
    kind: LendingPostKind;
    occupation: OccupationCode;
    place: PlaceCode;
    people: number;
    starts_on: DateOnly;
    ends_on: DateOnly;
    shift: Shift;
    wage_fen?: Fen;
    asks: string;
}

/** Why a surplus and a shortage fit; `score` is the sum of the points. */
export interface LendingFit {
    occupation: 'same' | 'near_by' | 'related' | 'none';
    occupation_points: number;
    place: 'same_county' | 'same_city' | 'elsewhere';
    place_points: number;
    overlap_from_on: DateOnly;
    overlap_to_on: DateOnly;
    overlap_days: number;
    overlap_points: number;
    people: number;
    score: number;
}
export interface LendingMatch {
    post: LendingPost;
    fit: LendingFit;
}

/** A rule of law with its basis. */
export interface LendingRule {
    code: string;
    basis: string;
    zh: string;
    en: string;
}

export type LendingProposalStatus = 'waiting' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';
export interface LendingProposal {
    id: Id;
    post: Id;
    own_post: Id | null;
    lender: Named;
    borrower: Named;
    by_me: boolean;
    as_lender: boolean;
    people: number;
    named: number;
    occupation: OccupationCode;
    occupation_name: string;
    place: PlaceCode;
    place_name: string;
    starts_on: DateOnly;
    ends_on: DateOnly;
    message: string;
    status: LendingProposalStatus;
    reason: string;
    answer_until_at: Instant;
    created_at: Instant;
}

export interface LendingProposalDraft {
    people: number;
    starts_on: DateOnly;
    ends_on: DateOnly;
    place?: PlaceCode;
    own_post?: Id;
    message?: string;
}

export type WorkRelation = 'labor_contract' | 'dispatch' | 'part_time' | 'shared_staff' | 'quasi_labor' | 'civil_service_contract' | 'internship' | 'over_age_agreement';
export type LoanStatus = 'proposed' | 'in_force' | 'ended' | 'ended_early' | 'refused' | 'withdrawn' | 'lapsed';
export type LoanParty = 'lender' | 'borrower' | 'worker';
export type LoanRefusal = 'pay' | 'place' | 'time' | 'health' | 'relation' | 'other';
export type LoanEnd = 'work_over' | 'worker_wish' | 'unsuitable' | 'injury' | 'breach' | 'contract_ended' | 'other';

export interface LoanCost {
    title: string;
    amount_fen: Fen;
}

/** One month: what the borrower paid, what the lender passed on, the worker's word. */
export interface LoanMonth {
    id: Id;
    agreement: Id;
    month: string;
    from_on: DateOnly;
    to_on: DateOnly;
    due_on: DateOnly;
    status: 'open' | 'passed_on' | 'confirmed' | 'voided';
    overdue_level: OverdueLevel;
    expected_wage_fen: Fen;
    borrower_paid_fen: Fen | null;
    borrower_paid_on: DateOnly | null;
    borrower_reference: string | null;
    wage_fen: Fen | null;
    insurance_fen: Fen | null;
    costs_fen: Fen | null;
    passed_on_on: DateOnly | null;
    passed_on_reference: string | null;
    confirmed_at: Instant | null;
}

/** The three-party agreement about one worker; amounts are of a full month. */
export interface Loan {
    id: Id;
    proposal: Id;
    lender: Named;
    borrower: Named;
    /** Masked for officials, and for the borrower until the worker has signed. */
    worker: Named;
    me: LoanParty | null;
    occupation: OccupationCode;
    occupation_name: string;
    place: PlaceCode;
    place_name: string;
    address: string;
    work: string;
    status: LoanStatus;
    starts_on: DateOnly;
    ends_on: DateOnly;
    shift: Shift;
    work_relation: WorkRelation;
    contract_ends_on: DateOnly | null;
    wage_fen: Fen;
    insurance_fen: Fen;
    costs: LoanCost[];
    costs_fen: Fen;
    borrower_pays_fen: Fen;
    injury_borrower_percent: number;
    digest: string;
    text_open: boolean;
    sign_until_at: Instant;
    lender_signed_at: Instant | null;
    borrower_signed_at: Instant | null;
    worker_signed_at: Instant | null;
    in_force_at: Instant | null;
    ended_on: DateOnly | null;
    ended_by: LoanParty | null;
    status_reason: string;
    settlements: LoanMonth[];
}

export interface LoanDraft {
    worker_name: string;
    /** Only used to find her; not kept. */
    id_number: string;
    work_relation: WorkRelation;
    contract_ends_on?: DateOnly;
    health_checked_on?: DateOnly;
    starts_on: DateOnly;
    ends_on: DateOnly;
    shift: Shift;
    work: string;
    address: string;
    wage_fen: Fen;
    insurance_fen: Fen;
    costs: LoanCost[];
    borrower_pays_fen: Fen;
    injury_borrower_percent: number;
}
