-- Agencies that wait for seats of an order that come back; by number. One waiting per agency and order.
CREATE TABLE standbys (
    id BIGINT PRIMARY KEY,
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
    CHECK ((status = 'served') = (share_id IS NOT NULL)),
    CHECK ((status = 'served') = (given > 0))
);
CREATE UNIQUE INDEX standbys_number ON standbys (city, order_id, number);
CREATE UNIQUE INDEX standbys_one_waiting ON standbys (city, order_id, agency)
    WHERE status = 'waiting';
CREATE INDEX standbys_waiting ON standbys (order_id, number) WHERE status = 'waiting';
CREATE INDEX standbys_of_agency ON standbys (agency, id);
