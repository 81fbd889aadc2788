-- One worker in one share. The terms are frozen at the offer: what the worker accepted is what holds.
CREATE TABLE seats (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    share_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    person BIGINT NOT NULL,
    person_city TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('offered', 'accepted', 'on_site', 'done', 'declined',
        'expired', 'no_show', 'replaced', 'ended_early')),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    shift TEXT NOT NULL,
    pay_unit TEXT NOT NULL,
    pay_fen BIGINT NOT NULL CHECK (pay_fen >= 0),
    service_fee_fen BIGINT NOT NULL CHECK (service_fee_fen >= 0),
    offered_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    policy_number TEXT,
    insured_from_on TEXT,
    insured_to_on TEXT,
    worker_started_at BIGINT,
    employer_started_at BIGINT,
    started_on TEXT,
    ended_on TEXT,
    contract TEXT NOT NULL,
    contract_digest TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (status <> 'on_site' OR (worker_started_at IS NOT NULL AND employer_started_at IS NOT NULL
                                   AND policy_number IS NOT NULL))
);
-- A worker holds at most one live seat of an order.
CREATE UNIQUE INDEX seats_one_live ON seats (order_id, person)
    WHERE status IN ('offered', 'accepted', 'on_site');
CREATE INDEX seats_of_share ON seats (share_id, id);
CREATE INDEX seats_of_person ON seats (person, id);
CREATE INDEX seats_of_agency ON seats (agency, id);
CREATE INDEX seats_of_employer ON seats (employer, id);
CREATE INDEX seats_by_expiry ON seats (expires_at) WHERE status = 'offered';
CREATE INDEX seats_by_end ON seats (ends_on) WHERE status = 'on_site';
CREATE INDEX seats_by_start ON seats (starts_on) WHERE status = 'accepted';

-- A worker's calendar, kept under the person's home city (CORRECTIONS 7). The key is what forbids
-- two overlapping live seats: each half day that is worked is a row. Part 1 morning, 2 afternoon,
-- 3 night.
CREATE TABLE person_days (
    city TEXT NOT NULL,
    person BIGINT NOT NULL,
    day TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part IN (1, 2, 3)),
    seat_id BIGINT NOT NULL,
    PRIMARY KEY (city, person, day, part)
);
CREATE INDEX person_days_of_seat ON person_days (seat_id);
