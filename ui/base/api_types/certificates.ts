import type { DateOnly, Id, PlaceCode, Words } from './common';

export type EntryState = 'valid' | 'suspended' | 'revoked' | 'withdrawn' | 'ended' | 'expired';

/** An entry about the caller that may be had as a certificate. */
export interface OwnCertificate {
    entry: Id;
    register_id: string;
    title: Words;
    number: string;
    place: PlaceCode;
    status: EntryState;
    valid_from_on: DateOnly;
    valid_to_on: DateOnly | null;
    /** Only then a certificate is made. */
    in_force: boolean;
}

/** A link to the verifying page, everything behind its #, and its picture. */
export interface CertificateQr {
    payload: string;
    /** SM3 of credentialSubject. */
    digest: string;
    svg: string;
}

/** What everybody may read, or what the entry's parties may. */
export type CertificateCopy = 'everybody' | 'parties';
