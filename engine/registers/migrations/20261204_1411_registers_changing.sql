-- Changing an entry that bars (its dates, its content) and putting one back in force take two officials as lifting does. A
-- proposed change names the version that it was made of: what somebody else changed meanwhile is not written over.
CREATE TABLE entry_proposals_next (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('revoke', 'withdraw', 'end', 'suspend', 'restore', 'change', 'issue', 'lift')),
    entry BIGINT,
    entry_version BIGINT,
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
    CHECK ((entry IS NULL) = (act IN ('issue', 'lift'))),
    CHECK ((entry_version IS NOT NULL) = (act = 'change')),
    CHECK (act NOT IN ('issue', 'lift') OR organisation IS NOT NULL),
    CHECK (act <> 'issue' OR valid_from_on IS NOT NULL),
    CHECK ((status = 'waiting') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status <> 'approved' OR decided_by <> proposed_by)
);
INSERT INTO entry_proposals_next (id, city, act, entry, register_id, place, organisation, reason, note, valid_from_on,
    valid_to_on, content, status, proposed_by, proposed_at, decided_by, decided_at)
SELECT id, city, act, entry, register_id, place, organisation, reason, note, valid_from_on, valid_to_on, content, status,
    proposed_by, proposed_at, decided_by, decided_at
FROM entry_proposals;
DROP TABLE entry_proposals;
ALTER TABLE entry_proposals_next RENAME TO entry_proposals;
CREATE UNIQUE INDEX entry_proposals_of_entry ON entry_proposals (entry, city) WHERE status = 'waiting';
CREATE UNIQUE INDEX entry_proposals_of_organisation ON entry_proposals (organisation, register_id, city)
    WHERE status = 'waiting' AND act IN ('issue', 'lift');
CREATE INDEX entry_proposals_waiting ON entry_proposals (place, id) WHERE status = 'waiting';
