-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE standbys_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    account BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    seats INTEGER NOT NULL CHECK (seats > 0),
    at_least INTEGER NOT NULL CHECK (at_least > 0 AND at_least <= seats),
    status TEXT NOT NULL CHECK (status IN ('waiting', 'served', 'left', 'over')),
    given INTEGER NOT NULL CHECK (given >= 0 AND given <= seats),
    share_id BIGINT,
    passed_reason TEXT NOT NULL,
    passed_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((status = 'served') = (share_id IS NOT NULL)),
    CHECK ((status = 'served') = (given > 0))
);
INSERT INTO standbys_anew (id, city, order_id, employer, agency, account, number, seats, at_least, status,
    given, share_id, passed_reason, passed_at, created_at, changed_at)
SELECT id, city, order_id, employer, agency, account, number, seats, at_least, status, given, share_id,
    passed_reason, passed_at, created_at, changed_at
FROM standbys;
DROP TABLE standbys;
ALTER TABLE standbys_anew RENAME TO standbys;
CREATE UNIQUE INDEX standbys_number ON standbys (city, order_id, number);
CREATE UNIQUE INDEX standbys_one_waiting ON standbys (city, order_id, agency)
    WHERE status = 'waiting';
CREATE INDEX standbys_waiting ON standbys (order_id, number) WHERE status = 'waiting';
CREATE INDEX standbys_of_agency ON standbys (agency, id);
