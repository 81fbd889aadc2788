-- Who may sign in. The name that people type is kept encrypted with a blind index: it is often a
-- phone number. These tables belong to the whole deployment, not to a city: on a distributed
-- database they are reference tables.
CREATE TABLE accounts (
    account BIGINT PRIMARY KEY,
    login_index TEXT NOT NULL UNIQUE,
    login_box TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT,
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    created_at BIGINT NOT NULL,
    password_set_at BIGINT
);

-- As what an account acts: one membership at a time, earlier ones are kept.
CREATE TABLE memberships (
    account BIGINT NOT NULL REFERENCES accounts (account),
    since_at BIGINT NOT NULL,
    until_at BIGINT,
    role TEXT NOT NULL CHECK (role IN ('employer', 'agency', 'worker', 'official', 'inspector',
                                       'administrator')),
    place TEXT NOT NULL,
    organisation BIGINT,
    person BIGINT,
    PRIMARY KEY (account, since_at),
    CHECK (role NOT IN ('employer', 'agency') OR organisation IS NOT NULL),
    CHECK ((role = 'worker') = (person IS NOT NULL)),
    CHECK (role NOT IN ('official', 'inspector') OR place <> '')
);
CREATE UNIQUE INDEX memberships_present ON memberships (account) WHERE until_at IS NULL;
CREATE INDEX memberships_of_organisation ON memberships (organisation) WHERE until_at IS NULL;
CREATE UNIQUE INDEX memberships_of_person ON memberships (person)
    WHERE until_at IS NULL AND person IS NOT NULL;

-- A session is known by the SM3 digest of its token; the token itself is nowhere.
CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES accounts (account),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account);
CREATE INDEX sessions_end ON sessions (expires_at);

-- Wrong passwords by the index of what was typed, whether such an account exists or not: people type
-- passwords into the wrong field, and an answer must not tell who exists.
CREATE TABLE sign_in_attempts (
    login_index TEXT PRIMARY KEY,
    failed_at TEXT NOT NULL,
    locked_until_at BIGINT,
    updated_at BIGINT NOT NULL
);
CREATE INDEX sign_in_attempts_age ON sign_in_attempts (updated_at);

-- The one open code with which an account's password may be set; its keyed digest only.
CREATE TABLE reset_codes (
    account BIGINT PRIMARY KEY REFERENCES accounts (account),
    code_digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    wrong INTEGER NOT NULL
);

-- Which key file this database belongs to.
CREATE TABLE keyring_binding (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    fingerprint TEXT NOT NULL,
    bound_at BIGINT NOT NULL
);
