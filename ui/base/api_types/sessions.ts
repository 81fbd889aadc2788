import type { DateOnly, Id, Instant, Named, PlaceCode, Role } from './common';
import type { OrganisationKind } from './organisations';

export interface Me {
    account: { id: Id; account: string; name: string };
    role: Role;
    place: PlaceCode | null;
    organisation: { id: Id; name: string; kind: OrganisationKind } | null;
    person: Named | null;
    csrf_token: string;
    rights: string[];
    /** Other than none: signed in by half; nothing but this step is open. */
    next_step: 'none' | 'code' | 'set_up';
    second_factor: boolean;
    /** From this day on a second factor is due; null when there is one, or never is. */
    second_factor_from_on: DateOnly | null;
}

/** One's own second factor. */
export interface SecondFactor {
    since_at: Instant | null;
    recovery_codes_left: number;
    required: boolean;
    required_from_on: DateOnly | null;
}

/** What the authenticator app has to know; shown this once. */
export interface NewSecondFactor {
    secret: string;
    uri: string;
    qr_svg: string;
}

/** Shown this once; with a session for who had signed in by half. */
export interface SecondFactorSet {
    recovery_codes: string[];
    session: Session | null;
}

export interface Session {
    token: string;
    csrf_token: string;
    expires_at: Instant;
    me: Me;
}

export interface Account {
    id: Id;
    account: string;
    name: string;
    role: Role;
    place: PlaceCode | null;
    organisation: Named | null;
    status: 'active' | 'disabled';
    has_password: boolean;
    created_at: Instant;
    second_factor: boolean;
    locked_until_at: Instant | null;
    /** A reset code may be issued without the security administrator. */
    may_be_reset: boolean;
}

export interface OrganisationRegistration {
    account: string;
    password: string;
    contact_name: string;
    phone: string;
    organisation: {
        kind: OrganisationKind;
        name: string;
        credit_code: string;
        credit_code_override_reason?: string;
        place: PlaceCode;
        industry: string;
        address: string;
    };
}

export interface WorkerRegistration {
    account: string;
    password: string;
    name: string;
    id_number: string;
    phone: string;
    place: PlaceCode;
    seeker_kind?: string;
}
