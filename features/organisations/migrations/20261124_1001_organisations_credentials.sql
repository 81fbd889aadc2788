-- Permissions of organisations. `city` is that of the organisation. They count nationwide;
-- `issuing_place` is whose officials may change them.
CREATE TABLE credentials (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    organisation BIGINT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    issuing_place TEXT NOT NULL,
    scope TEXT NOT NULL,
    valid_from_on TEXT NOT NULL,
    valid_to_on TEXT,
    status TEXT NOT NULL,
    status_reason_code TEXT,
    status_reason TEXT,
    issued_by BIGINT,
    issued_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    UNIQUE (kind, number, issuing_place, city),
    FOREIGN KEY (organisation, city) REFERENCES organisations (id, city),
    CHECK (kind IN ('licence', 'filing', 'dispatch_licence')),
    CHECK (status IN ('valid', 'suspended', 'revoked')),
    CHECK (valid_to_on IS NULL OR valid_to_on >= valid_from_on),
    CHECK (length(issuing_place) = 6)
);
CREATE INDEX credentials_of_organisation ON credentials (organisation, id);
