-- Each row of what is followed in the journal lies in one tree: the table is its key (PostgreSQL keeps tables in its own way). A new
-- order or person is added behind the others.
CREATE TABLE shortage_posts_anew (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    filled_at BIGINT,
    ended_at BIGINT,
    pay_fen BIGINT,
    employer BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (order_id, city)
) WITHOUT ROWID;
INSERT INTO shortage_posts_anew (order_id, city, occupation, opened_at, filled_at, ended_at, pay_fen, employer)
SELECT order_id, city, occupation, opened_at, filled_at, ended_at, pay_fen, employer FROM shortage_posts;
DROP TABLE shortage_posts;
ALTER TABLE shortage_posts_anew RENAME TO shortage_posts;
CREATE INDEX shortage_posts_by_time ON shortage_posts (opened_at);

CREATE TABLE shortage_residences_anew (
    person BIGINT NOT NULL,
    city TEXT NOT NULL,
    PRIMARY KEY (person, city)
) WITHOUT ROWID;
INSERT INTO shortage_residences_anew (person, city) SELECT person, city FROM shortage_residences;
DROP TABLE shortage_residences;
ALTER TABLE shortage_residences_anew RENAME TO shortage_residences;
