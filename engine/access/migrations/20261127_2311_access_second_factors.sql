-- The second factor of an account: the sealed secret of its one-time codes (RFC 6238), the one that
-- is being set up and not yet confirmed, and the newest time step whose code was used, so that no
-- code works twice. Recovery codes are kept as keyed digests, each used once.
CREATE TABLE second_factors (
    account BIGINT PRIMARY KEY REFERENCES accounts (account),
    secret_box TEXT,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL,
    next_box TEXT,
    next_until_at BIGINT,
    CHECK ((secret_box IS NULL) = (confirmed_at IS NULL)),
    CHECK ((next_box IS NULL) = (next_until_at IS NULL))
);
CREATE TABLE recovery_codes (
    account BIGINT NOT NULL REFERENCES accounts (account),
    code_digest TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account, code_digest)
);

-- A half session: the password was right, the second factor is still due.
ALTER TABLE sessions ADD COLUMN half INTEGER NOT NULL DEFAULT 0 CHECK (half IN (0, 1));

-- Accounts of the demonstration need no second factor unless they set one up. `reset_allowed`: the
-- security administrator has agreed that the next password of this account is set by a code.
ALTER TABLE accounts ADD COLUMN demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1));
ALTER TABLE accounts ADD COLUMN reset_allowed INTEGER NOT NULL DEFAULT 0
    CHECK (reset_allowed IN (0, 1));
