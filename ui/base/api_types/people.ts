import type { DateOnly, Fen, Id, Instant, OccupationCode, PlaceCode } from './common';
import type { PayUnit } from './orders';

export interface PersonCertificate {
    kind: string;
    number: string;
    valid_to_on: DateOnly | null;
}

export interface Person {
    id: Id;
    name: string;
    /** Masked unless the reader is entitled to it. */
    phone: string;
    id_number: string;
    birth_year: number;
    place: PlaceCode;
    education: string;
    occupations: OccupationCode[];
    skills: string[];
    experience_years: number;
    certificates: PersonCertificate[];
    pay_asked_fen: Fen | null;
    pay_unit: PayUnit;
    available_from_on: DateOnly | null;
    reach_km: number;
    public_pool: boolean;
    status: 'active' | 'restricted';
    verified: boolean;
}

export type ConsentPurpose = 'public_pool' | 'contact';

/** One read of this person's sensitive data. */
export interface PersonRead {
    at: Instant;
    reader: { name: string; organisation: string | null };
    purpose: string;
    fields: string[];
}
