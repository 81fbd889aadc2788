-- Wrong codes of a site by seat and account: six digits must not be found by trying. Kept until the right code comes or
-- the person is erased.
CREATE TABLE seat_code_tries (
    city TEXT NOT NULL,
    seat_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    failed_at TEXT NOT NULL,
    locked_until_at BIGINT,
    PRIMARY KEY (city, seat_id, account)
);
