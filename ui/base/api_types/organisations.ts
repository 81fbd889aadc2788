import type { DateOnly, Id, Instant, PlaceCode } from './common';
import type { OrderKind } from './orders';

export type OrganisationKind = 'employer' | 'agency' | 'school' | 'base' | 'park_operator' | 'authority';
export type OrganisationStatus = 'registered' | 'verified' | 'refused' | 'suspended';
export type CredentialKind = 'licence' | 'filing' | 'dispatch_licence';

export interface Credential {
    id: Id;
    kind: CredentialKind;
    number: string;
    issuing_place: PlaceCode;
    scope: OrderKind[];
    valid_from_on: DateOnly;
    valid_to_on: DateOnly;
    status: 'valid' | 'suspended' | 'revoked';
}

export interface Exclusion {
    reason_code: string;
    since_on: DateOnly;
    until_on: DateOnly | null;
}

export interface Organisation {
    id: Id;
    kind: OrganisationKind;
    name: string;
    credit_code: string;
    place: PlaceCode;
    industry: string;
    address: string;
    status: OrganisationStatus;
    verified_at: Instant | null;
    capacity: number | null;
    excluded: Exclusion | null;
    credentials: Credential[];
    /** 0..1000, computed from events; null until there are enough of them. */
    reliability: number | null;
}

export interface ReliabilityPart {
    code: string;
    count: number;
    weight: number;
    points: number;
}

export interface Reliability {
    score: number | null;
    parts: ReliabilityPart[];
    since_on: DateOnly;
}
