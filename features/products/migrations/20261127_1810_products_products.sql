-- What an agency sells at a price. A booking keeps price, promise and version as they were, so that a
-- later change touches nobody who booked before.
CREATE TABLE products (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    agency BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    price_fen BIGINT NOT NULL CHECK (price_fen > 0),
    unit TEXT NOT NULL,
    quantity_max INTEGER NOT NULL CHECK (quantity_max > 0),
    days INTEGER NOT NULL CHECK (days > 0),
    terms TEXT NOT NULL,
    steps TEXT NOT NULL,
    places TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
    version INTEGER NOT NULL CHECK (version > 0),
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    changed_at BIGINT NOT NULL,
    CHECK (status = 'draft' OR published_at IS NOT NULL)
);
CREATE INDEX products_of_agency ON products (agency, id);
CREATE INDEX products_on_sale ON products (kind, published_at) WHERE status = 'published';

CREATE TABLE product_places (
    city TEXT NOT NULL,
    product_id BIGINT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (city, product_id, place)
);
CREATE INDEX product_places_of ON product_places (product_id, place);

CREATE TABLE product_bookings (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    product_id BIGINT NOT NULL,
    product_version INTEGER NOT NULL,
    agency BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    account BIGINT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    price_fen BIGINT NOT NULL CHECK (price_fen > 0),
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    total_fen BIGINT NOT NULL,
    terms TEXT NOT NULL,
    steps TEXT NOT NULL,
    wishes TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('asked', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    reason TEXT,
    answer_until_at BIGINT NOT NULL,
    engagement_id BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (price_fen * quantity = total_fen),
    CHECK ((status = 'accepted') = (engagement_id IS NOT NULL)),
    CHECK (status <> 'declined' OR reason IS NOT NULL)
);
CREATE INDEX product_bookings_of_agency ON product_bookings (agency, id);
CREATE INDEX product_bookings_of_employer ON product_bookings (employer, id);
CREATE INDEX product_bookings_due ON product_bookings (answer_until_at) WHERE status = 'asked';
