-- What a command answered, so that a retry after a lost answer gets the same answer.
CREATE TABLE command_outcomes (
    account BIGINT NOT NULL,
    idempotency_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    reply TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, idempotency_key)
);
CREATE INDEX command_outcomes_age ON command_outcomes (at);
