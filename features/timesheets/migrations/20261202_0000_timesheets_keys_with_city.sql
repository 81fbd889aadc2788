-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE timesheets_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    seat_id BIGINT NOT NULL,
    share_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    person BIGINT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('month', 'day', 'hour', 'piece')),
    rate_fen BIGINT NOT NULL CHECK (rate_fen >= 0),
    quantity_hundredths BIGINT NOT NULL CHECK (quantity_hundredths >= 0),
    pay_fen BIGINT NOT NULL CHECK (pay_fen >= 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'submitted', 'approved', 'returned', 'disputed',
                                           'decided')),
    disputed_from TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (to_on >= from_on AND substr(from_on, 1, 7) = substr(to_on, 1, 7)),
    CHECK (disputed_from IS NOT NULL OR status NOT IN ('disputed', 'decided'))
);
INSERT INTO timesheets_anew (id, city, place, seat_id, share_id, order_id, employer, agency, person, from_on,
    to_on, unit, rate_fen, quantity_hundredths, pay_fen, status, disputed_from, created_at, changed_at)
SELECT id, city, place, seat_id, share_id, order_id, employer, agency, person, from_on, to_on, unit, rate_fen,
    quantity_hundredths, pay_fen, status, disputed_from, created_at, changed_at
FROM timesheets;
DROP TABLE timesheets;
ALTER TABLE timesheets_anew RENAME TO timesheets;
CREATE INDEX timesheets_of_seat ON timesheets (seat_id, id);
CREATE INDEX timesheets_of_share ON timesheets (share_id, id);
CREATE INDEX timesheets_of_person ON timesheets (person, id);
CREATE INDEX timesheets_of_agency ON timesheets (agency, id);
CREATE INDEX timesheets_of_employer ON timesheets (employer, id);
CREATE INDEX timesheets_of_place ON timesheets (place, id);
