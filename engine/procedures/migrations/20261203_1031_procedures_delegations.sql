-- Standing in for a colleague (代办): an official hands his turn in all cases of a procedure, or in one case, to somebody of
-- the same office and role, from one day to another. A step that is taken so names both.
CREATE TABLE case_delegations (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('official', 'inspector')),
    given_by BIGINT NOT NULL,
    given_to BIGINT NOT NULL,
    procedure_id TEXT,
    case_id BIGINT,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by BIGINT,
    PRIMARY KEY (id, city),
    CHECK (given_by <> given_to),
    CHECK ((procedure_id IS NULL) = (case_id IS NOT NULL)),
    CHECK (from_on <= to_on),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (ended_by IS NULL OR ended_by = given_by OR ended_by = given_to)
);
CREATE INDEX case_delegations_by ON case_delegations (given_by, id);
CREATE INDEX case_delegations_to ON case_delegations (given_to, id);

ALTER TABLE case_steps ADD COLUMN on_behalf_of BIGINT CHECK (on_behalf_of IS NULL OR on_behalf_of <> account);
