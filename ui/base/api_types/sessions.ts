import type { Id, Instant, Named, PlaceCode, Role } from './common';
import type { OrganisationKind } from './organisations';

export interface Me {
    account: { id: Id; account: string; name: string };
    role: Role;
    place: PlaceCode | null;
    organisation: { id: Id; name: string; kind: OrganisationKind } | null;
    person: Named | null;
    csrf_token: string;
    rights: string[];
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
}
