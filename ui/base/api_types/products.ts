import type { Fen, Id, Instant, Named, PlaceCode, Words } from './common';
import type { PlannedStep, ProviderRating } from './engagements';

export type ProductStatus = 'draft' | 'published' | 'withdrawn';
export type BookingStatus = 'asked' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

/** A measurable promise. */
export interface ServiceTerm {
    measure: string;
    target: string;
}

export interface ProductDraft {
    kind: string;
    title: string;
    description: string;
    price_fen: Fen;
    unit: string;
    quantity_max: number;
    terms: ServiceTerm[];
    steps: PlannedStep[];
    places: PlaceCode[];
}

/** What an agency sells. */
export interface Product extends ProductDraft {
    id: Id;
    agency: Named;
    /** Of the agency, from its engagements. */
    rating: ProviderRating;
    needs: 'licence' | 'filing' | 'dispatch_licence';
    days: number;
    status: ProductStatus;
    version: number;
    /** Published, and the agency may provide it today; else `refusal` says why not. */
    bookable: boolean;
    refusal: { code: string; message: Words } | null;
    published_at: Instant | null;
    changed_at: Instant;
}

/** A product booked at the price and with the promise of that day. */
export interface Booking {
    id: Id;
    product: Id;
    product_version: number;
    agency: Named;
    employer: Named;
    place: PlaceCode;
    kind: string;
    title: string;
    price_fen: Fen;
    unit: string;
    quantity: number;
    total_fen: Fen;
    terms: ServiceTerm[];
    steps: PlannedStep[];
    wishes: string;
    status: BookingStatus;
    reason: string | null;
    answer_until_at: Instant;
    engagement: Id | null;
    created_at: Instant;
}
