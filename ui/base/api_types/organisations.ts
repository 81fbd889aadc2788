import type { DateOnly, Id, Instant, PlaceCode } from './common';
import type { OrderKind } from './orders';

export type OrganisationKind = 'employer' | 'agency' | 'school' | 'base' | 'park_operator' | 'authority';
export type OrganisationStatus = 'registered' | 'verified' | 'refused' | 'suspended';
export type CredentialKind = 'licence' | 'filing' | 'dispatch_licence';

export type CredentialStatus = 'valid' | 'suspended' | 'revoked';
/** Why an authority acted; `other` needs a sentence. */
export type ReasonCode =
    | 'incomplete_documents' | 'wrong_credit_code' | 'false_information' | 'not_operating' | 'unlicensed_activity'
    | 'false_posts' | 'unpaid_wages' | 'child_labour' | 'serious_breach' | 'credential_lapsed' | 'at_own_request'
    | 'remedied' | 'other';
/** Why an official reads a contact phone. */
export type ContactPurpose = 'verification' | 'inspection' | 'coordination';

export interface Reason {
    reason_code: ReasonCode;
    reason?: string;
}

export interface Credential {
    id: Id;
    kind: CredentialKind;
    number: string;
    issuing_place: PlaceCode;
    scope: OrderKind[];
    valid_from_on: DateOnly;
    /** The last day; a filing may have none. */
    valid_to_on: DateOnly | null;
    status: CredentialStatus;
}

export interface Exclusion {
    reason_code: ReasonCode;
    since_on: DateOnly;
    until_on: DateOnly | null;
}

export interface Organisation {
    id: Id;
    kind: OrganisationKind;
    name: string;
    /** null for sole traders to strangers; so is the address. */
    credit_code: string | null;
    place: PlaceCode;
    place_name?: string;
    industry: string | null;
    address: string | null;
    status: OrganisationStatus;
    verified_at: Instant | null;
    capacity: number | null;
    excluded: Exclusion | null;
    credentials: Credential[];
    /** 0..1000, computed from events; null until there are enough of them. */
    reliability: number | null;
    // To its members and those who supervise its place:
    contact_name?: string | null;
    /** Masked but to its members. */
    contact_phone?: string | null;
    status_reason_code?: ReasonCode | null;
    status_reason?: string | null;
    credit_code_override_reason?: string | null;
    registered_at?: Instant | null;
    /** An exclusion that waits for a second official; to those who supervise its place. */
    exclusion_proposed?: ProposedExclusion | null;
}

export interface ProposedExclusion extends Exclusion {
    proposed_at: Instant;
    /** The reader's own: a colleague decides. */
    mine: boolean;
    /** It would end the exclusion that there is. */
    lifts: boolean;
}

/** What a member may change of its own organisation. */
export interface OrganisationChange {
    name?: string;
    credit_code?: string;
    credit_code_override_reason?: string;
    industry?: string;
    address?: string;
    contact_name?: string;
    contact_phone?: string;
    capacity?: number;
}

export interface ReliabilityPart {
    code: string;
    count: number;
    /** Counts by age; weights of the ages are parameters. */
    recent?: number;
    middle?: number;
    old?: number;
    /** Negative when it speaks against the organisation. */
    weight: number;
    points: number;
}

export interface Reliability {
    score: number | null;
    parts: ReliabilityPart[];
    since_on: DateOnly;
}
