import type { DateOnly, Fen, Id, Instant, Named, OccupationCode, PlaceCode, Role } from './common';
import type { PayUnit } from './orders';

export interface PersonCertificate {
    kind: string;
    /** Missing where the reader may not see it. */
    number?: string | null;
    valid_to_on?: DateOnly | null;
}

export interface PersonSkill {
    name: string;
    /** 1 beginner … 5 master; 0 or absent: not stated. */
    level?: number | null;
}

export interface Person {
    id: Id;
    /** Masked unless `sight` is full. */
    name: string;
    sight: 'nothing' | 'masked' | 'full';
    /** Full to herself, masked to others; null to agencies that see her in the pool alone. */
    phone: string | null;
    id_number: string | null;
    /** 0: erased. */
    birth_year: number;
    place: PlaceCode;
    place_name: string;
    education: string | null;
    /** A code of the list seeker_kinds; null to agencies that see her in the pool alone. */
    seeker_kind: string | null;
    occupations: OccupationCode[];
    skills: PersonSkill[];
    experience_years: number | null;
    certificates: PersonCertificate[];
    pay_asked_fen: Fen | null;
    pay_unit: PayUnit | null;
    available_from_on: DateOnly | null;
    reach_km: number | null;
    public_pool: boolean;
    /** Agreed that agencies may read the phone number. */
    contact: boolean;
    status: 'active' | 'restricted';
    verified: boolean;
    has_account: boolean;
    /** A candidate of the asking agency. */
    own_candidate: boolean;
    confirmed_at: Instant;
}

/** What a person states about herself; absent: as it is. */
export type ProfileChanges = Partial<Pick<Person,
    'education' | 'occupations' | 'skills' | 'experience_years' | 'certificates' | 'pay_asked_fen' | 'pay_unit'
    | 'available_from_on' | 'reach_km' | 'seeker_kind' | 'place'>> & { phone?: string; clear?: 'seeker_kind'[] };

/** What an agency needs to register a candidate. */
export type NewPerson = ProfileChanges & { name: string; id_number: string; place: PlaceCode };

export type ConsentPurpose = 'public_pool' | 'contact';

/** One entry of the consent ledger; nothing is ever overwritten. */
export interface Consent {
    id: Id;
    purpose: ConsentPurpose;
    granted: boolean;
    /** A no before there ever was a yes. */
    refused: boolean;
    at: Instant;
    text_version: string;
    data_classes: string[];
    recipient: string;
    basis: LegalBasis;
    channel: 'online' | 'demonstration';
}

export type LegalBasis = 'consent' | 'contract' | 'statutory_duty' | 'not_recorded';

/** A question, its text of today, and how it stands; refused and withdrawn are not asked again. */
export interface ConsentQuestion {
    purpose: ConsentPurpose;
    state: 'not_asked' | 'given' | 'refused' | 'withdrawn';
    since_at: Instant | null;
    agreed_version: string | null;
    text_version: string;
    title_zh: string;
    title_en: string;
    text_zh: string;
    text_en: string;
    data_classes: string[];
    recipient: string;
    law: string;
}

/** Why somebody reads a phone or identity number; shown to the person. */
export type RevealPurpose =
    | 'identity_check' | 'offer_contact' | 'contract' | 'insurance' | 'wage_payment' | 'dispute' | 'public_duty';

/** What a reveal opens; null what the purpose does not open or was never given. */
export interface RevealedPerson {
    name: string;
    phone: string | null;
    id_number: string | null;
}

/** One read of this person's sensitive data. */
export interface PersonRead {
    at: Instant;
    purpose: RevealPurpose;
    fields: string[];
    role: Role;
    organisation: Named | null;
    place: PlaceCode;
    place_name: string;
    basis: LegalBasis;
    /** The entry of her ledger, for the basis consent. */
    consent: Id | null;
}

/** The same as the audit administrator sees it: whose data by the id alone. */
export interface AuditedRead extends PersonRead {
    id: Id;
    person: Id;
    account: Id;
}
