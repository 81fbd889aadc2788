-- What somebody is told: made from the journal, one row per reader. Ids alone; titles are made when it
-- is read. Exactly one of person, organisation and `office` (officials and inspectors whose place
-- has that city) is the recipient.
CREATE TABLE notices (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('person', 'organisation', 'counterpart', 'office')),
    person BIGINT,
    organisation BIGINT,
    office TEXT,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    order_id BIGINT,
    other BIGINT,
    level TEXT NOT NULL,
    CHECK (CASE WHEN person IS NULL THEN 0 ELSE 1 END
        + CASE WHEN organisation IS NULL THEN 0 ELSE 1 END
        + CASE WHEN office IS NULL THEN 0 ELSE 1 END = 1)
);
CREATE INDEX notices_of_person ON notices (person, id) WHERE person IS NOT NULL;
CREATE INDEX notices_of_organisation ON notices (organisation, id) WHERE organisation IS NOT NULL;
CREATE INDEX notices_of_office ON notices (office, id) WHERE office IS NOT NULL;

-- Which account has read which notice: the members of an organisation each for herself.
CREATE TABLE notice_reads (
    account BIGINT NOT NULL,
    notice BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (account, notice)
);
