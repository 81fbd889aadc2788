import type { Instant } from './common';

/** A sealed block of the journal with the digest that chains the next one to it. */
export interface SealedBlock {
    number: number;
    first_position: number;
    last_position: number;
    root: string;
    previous: string;
    at: Instant;
    key_number: number;
    signature: string;
    digest: string;
}

export interface SealKey {
    number: number;
    /** 65 bytes, 04 x y, in hexadecimal. */
    point: string;
    made_at: Instant;
}
