-- Whom the survey's office asked to judge its answers at the last layer. What an expert decided says so.
CREATE TABLE pay_experts (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    account BIGINT NOT NULL,
    named_by BIGINT NOT NULL,
    named_at BIGINT NOT NULL,
    PRIMARY KEY (city, survey, account),
    CHECK (named_by <> account)
);
ALTER TABLE pay_reviews ADD COLUMN as_expert INTEGER NOT NULL DEFAULT 0 CHECK (as_expert IN (0, 1));
