-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE invitations_anew (
    invitation BIGINT NOT NULL,
    code_digest TEXT NOT NULL,
    organisation BIGINT NOT NULL,
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    phone_box TEXT,
    invited_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    account BIGINT,
    PRIMARY KEY (invitation, city),
    UNIQUE (code_digest, city)
);
INSERT INTO invitations_anew (invitation, code_digest, organisation, city, name, phone_box, invited_by,
    created_at, expires_at, account)
SELECT invitation, code_digest, organisation, city, name, phone_box, invited_by, created_at, expires_at,
    account
FROM invitations;
DROP TABLE invitations;
ALTER TABLE invitations_anew RENAME TO invitations;
CREATE INDEX invitations_end ON invitations (expires_at);
