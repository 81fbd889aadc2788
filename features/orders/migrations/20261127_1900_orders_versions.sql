-- The terms of an order after its publication: every version that held, with the names of the terms
-- in which it differs from the one before. Made at the first change; an order that never changed has
-- no row.
CREATE TABLE order_versions (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    terms TEXT NOT NULL,
    differs TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    PRIMARY KEY (city, order_id, version)
);
