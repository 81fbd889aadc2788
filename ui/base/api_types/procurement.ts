import type { Fen, Id, Instant, Named, PlaceCode } from './common';
import type { EngagementStatus, PlannedStep } from './engagements';

export type ProcurementStatus = 'open' | 'evaluating' | 'announced' | 'awarded' | 'voided';
export type ProcurementAct = 'bid' | 'withdraw_bid' | 'score' | 'finish' | 'declare_conflict' | 'name_evaluator' | 'cancel' | 'object' | 'answer';

export interface ProcurementCriterion {
    title: string;
    weight: number;
}

export interface ProcurementDraft {
    place: PlaceCode;
    title: string;
    description: string;
    kind: string;
    budget_fen: Fen;
    price_weight: number;
    criteria: ProcurementCriterion[];
    steps: PlannedStep[];
    bids_until_at: Instant;
    /** Login names. */
    evaluators: string[];
}

export interface ScoreLine {
    criterion: number;
    /** Tenths of a point. */
    tenths: number;
    reason: string;
}

/** A bid after the opening; scores in hundredths of a point. */
export interface ProcurementBid {
    id: Id;
    number: number;
    agency: Named;
    status: 'valid' | 'invalid';
    invalid_code: string | null;
    commitment: string;
    nonce: string | null;
    price_fen: Fen | null;
    /** For the buyer, the evaluators and the bidder itself. */
    proposal: string | null;
    proposal_digest: string | null;
    price_score: number | null;
    technical_score: number | null;
    total_score: number | null;
    rank: number | null;
    points: { evaluator: number; criterion: number; tenths: number; reason: string | null }[];
}

export interface ProcurementObjection {
    id: Id;
    agency: Named;
    text: string | null;
    status: 'open' | 'rejected' | 'upheld';
    answer: string | null;
    created_at: Instant;
}

export interface Procurement {
    id: Id;
    place: PlaceCode;
    buyer: { id: Id | null; name: string };
    title: string;
    description: string;
    kind: string;
    budget_fen: Fen;
    price_weight: number;
    criteria: ProcurementCriterion[];
    steps: PlannedStep[];
    bids_until_at: Instant;
    status: ProcurementStatus;
    void_code: 'too_few_bids' | 'cancelled' | 'objection_upheld' | 'nobody_fit' | null;
    void_reason: string | null;
    opened_at: Instant | null;
    announced_at: Instant | null;
    objection_until_at: Instant | null;
    rules: string;
    commitment: string;
    secret: string | null;
    position: number | null;
    seed: string | null;
    evaluators: { number: number; status: 'named' | 'done' | 'conflict'; name: string | null }[];
    bids: ProcurementBid[];
    objections: ProcurementObjection[];
    engagement: Id | null;
    engagement_status: EngagementStatus | null;
    created_at: Instant;
    mine: {
        buyer: boolean;
        evaluator: number | null;
        bid: { id: Id; number: number; status: 'sealed' | 'withdrawn' | 'valid' | 'invalid'; commitment: string } | null;
        sheets: { bid: Id; lines: ScoreLine[] }[];
        may: ProcurementAct[];
    };
}
