-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE seats_anew (
    id BIGINT NOT NULL,
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
    order_version INTEGER NOT NULL DEFAULT 1 CHECK (order_version > 0),
    PRIMARY KEY (id, city),
    CHECK (status <> 'on_site' OR (worker_started_at IS NOT NULL AND employer_started_at IS NOT NULL
                                   AND policy_number IS NOT NULL))
);
INSERT INTO seats_anew (id, city, share_id, order_id, employer, agency, person, person_city, status,
    starts_on, ends_on, shift, pay_unit, pay_fen, service_fee_fen, offered_at, expires_at, accepted_at,
    policy_number, insured_from_on, insured_to_on, worker_started_at, employer_started_at, started_on,
    ended_on, contract, contract_digest, status_reason, changed_at, order_version)
SELECT id, city, share_id, order_id, employer, agency, person, person_city, status, starts_on, ends_on, shift,
    pay_unit, pay_fen, service_fee_fen, offered_at, expires_at, accepted_at, policy_number, insured_from_on,
    insured_to_on, worker_started_at, employer_started_at, started_on, ended_on, contract, contract_digest,
    status_reason, changed_at, order_version
FROM seats;
DROP TABLE seats;
ALTER TABLE seats_anew RENAME TO seats;
CREATE UNIQUE INDEX seats_one_live ON seats (order_id, person, city)
    WHERE status IN ('offered', 'accepted', 'on_site');
CREATE INDEX seats_of_share ON seats (share_id, id);
CREATE INDEX seats_of_person ON seats (person, id);
CREATE INDEX seats_of_agency ON seats (agency, id);
CREATE INDEX seats_of_employer ON seats (employer, id);
CREATE INDEX seats_by_expiry ON seats (expires_at) WHERE status = 'offered';
CREATE INDEX seats_by_end ON seats (ends_on) WHERE status = 'on_site';
CREATE INDEX seats_by_start ON seats (starts_on) WHERE status = 'accepted';
