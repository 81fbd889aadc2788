-- The times that a post was open before: one row for each that ended with the post filled. When a seat comes
-- back, the days begin anew (shortage_posts.opened_at).
CREATE TABLE shortage_spells (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    filled_at BIGINT NOT NULL,
    PRIMARY KEY (order_id, city, opened_at)
);
CREATE INDEX shortage_spells_by_time ON shortage_spells (opened_at);
