-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE products_anew (
    id BIGINT NOT NULL,
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
    PRIMARY KEY (id, city),
    CHECK (status = 'draft' OR published_at IS NOT NULL)
);
INSERT INTO products_anew (id, city, agency, kind, title, description, price_fen, unit, quantity_max, days,
    terms, steps, places, status, version, created_at, published_at, changed_at)
SELECT id, city, agency, kind, title, description, price_fen, unit, quantity_max, days, terms, steps, places,
    status, version, created_at, published_at, changed_at
FROM products;
DROP TABLE products;
ALTER TABLE products_anew RENAME TO products;
CREATE INDEX products_of_agency ON products (agency, id);
CREATE INDEX products_on_sale ON products (kind, published_at) WHERE status = 'published';

CREATE TABLE product_bookings_anew (
    id BIGINT NOT NULL,
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
    PRIMARY KEY (id, city),
    CHECK (price_fen * quantity = total_fen),
    CHECK ((status = 'accepted') = (engagement_id IS NOT NULL)),
    CHECK (status <> 'declined' OR reason IS NOT NULL)
);
INSERT INTO product_bookings_anew (id, city, product_id, product_version, agency, employer, account, place,
    kind, title, price_fen, unit, quantity, total_fen, terms, steps, wishes, status, reason, answer_until_at,
    engagement_id, created_at, changed_at)
SELECT id, city, product_id, product_version, agency, employer, account, place, kind, title, price_fen, unit,
    quantity, total_fen, terms, steps, wishes, status, reason, answer_until_at, engagement_id, created_at,
    changed_at
FROM product_bookings;
DROP TABLE product_bookings;
ALTER TABLE product_bookings_anew RENAME TO product_bookings;
CREATE INDEX product_bookings_of_agency ON product_bookings (agency, id);
CREATE INDEX product_bookings_of_employer ON product_bookings (employer, id);
CREATE INDEX product_bookings_due ON product_bookings (answer_until_at) WHERE status = 'asked';
