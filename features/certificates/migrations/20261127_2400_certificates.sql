-- The keys that places sign certificates with: public ones as Multikeys, the secrets sealed with the
-- keyring. Place 000000 is the deployment, which signs the list of issuers. One key of a place has no end.
CREATE TABLE issuer_keys (
    place TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    sm2 TEXT NOT NULL,
    p256 TEXT NOT NULL,
    sm2_box TEXT NOT NULL,
    p256_box TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT,
    distrusted_at BIGINT,
    PRIMARY KEY (place, number),
    CHECK (until IS NULL OR until >= since),
    CHECK (distrusted_at IS NULL OR until IS NOT NULL)
);
CREATE UNIQUE INDEX issuer_keys_in_use ON issuer_keys (place) WHERE until IS NULL;
-- The status lists of a place. `base` begins the ids of a list; a list keeps it when the address changes.
CREATE TABLE status_lists (
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    base TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (city, place, number)
);
-- Where the status of a certificate stands: one index for each content of an entry. No status is kept here:
-- it is computed from the entry's history (docs/adr/0015).
CREATE TABLE status_places (
    entry BIGINT NOT NULL,
    content BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    list BIGINT NOT NULL,
    list_index BIGINT NOT NULL CHECK (list_index >= 0 AND list_index < 131072),
    given_at BIGINT NOT NULL,
    PRIMARY KEY (city, entry, content),
    FOREIGN KEY (city, place, list) REFERENCES status_lists (city, place, number)
);
CREATE UNIQUE INDEX status_places_of_list ON status_places (city, place, list, list_index);
-- Where others reach this deployment; one row at most.
CREATE TABLE certificate_address (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    address TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
