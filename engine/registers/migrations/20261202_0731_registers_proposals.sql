-- What takes away from somebody outside a case is proposed by one official and decided by another: to revoke or
-- withdraw an entry, or to issue one that bars. `content` is the JSON object of the values of an entry to be
-- issued. Nobody approves what she proposed herself.
CREATE TABLE entry_proposals (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('revoke', 'withdraw', 'issue')),
    entry BIGINT,
    register_id TEXT NOT NULL,
    place TEXT NOT NULL,
    organisation BIGINT,
    reason TEXT NOT NULL,
    note TEXT,
    valid_from_on TEXT,
    valid_to_on TEXT,
    content TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'approved', 'declined')),
    proposed_by BIGINT NOT NULL,
    proposed_at BIGINT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((entry IS NULL) = (act = 'issue')),
    CHECK (act <> 'issue' OR (organisation IS NOT NULL AND valid_from_on IS NOT NULL)),
    CHECK ((status = 'waiting') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status <> 'approved' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX entry_proposals_of_entry ON entry_proposals (entry, city) WHERE status = 'waiting';
CREATE UNIQUE INDEX entry_proposals_of_organisation ON entry_proposals (organisation, register_id, city)
    WHERE status = 'waiting' AND act = 'issue';
CREATE INDEX entry_proposals_waiting ON entry_proposals (place, id) WHERE status = 'waiting';
