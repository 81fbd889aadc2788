-- The table is its key (PostgreSQL keeps tables in its own way): a notice is written once and no more to an index of its number, which
-- grows, so that new ones are added behind the others.
CREATE TABLE notices_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('person', 'organisation', 'counterpart', 'office', 'desk', 'account')),
    person BIGINT,
    organisation BIGINT,
    office TEXT,
    desk TEXT,
    account BIGINT,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    order_id BIGINT,
    other BIGINT,
    level TEXT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (CASE WHEN person IS NULL THEN 0 ELSE 1 END
        + CASE WHEN organisation IS NULL THEN 0 ELSE 1 END
        + CASE WHEN office IS NULL THEN 0 ELSE 1 END
        + CASE WHEN desk IS NULL THEN 0 ELSE 1 END
        + CASE WHEN account IS NULL THEN 0 ELSE 1 END = 1)
) WITHOUT ROWID;
INSERT INTO notices_anew (id, city, kind, part, person, organisation, office, desk, account, at, position, subject, order_id, other, level)
SELECT id, city, kind, part, person, organisation, office, desk, account, at, position, subject, order_id, other, level FROM notices;
DROP TABLE notices;
ALTER TABLE notices_anew RENAME TO notices;
CREATE INDEX notices_of_person ON notices (person, id) WHERE person IS NOT NULL;
CREATE INDEX notices_of_organisation ON notices (organisation, id) WHERE organisation IS NOT NULL;
CREATE INDEX notices_of_office ON notices (office, id) WHERE office IS NOT NULL;
CREATE INDEX notices_of_desk ON notices (desk, id) WHERE desk IS NOT NULL;
CREATE INDEX notices_of_account ON notices (account, id) WHERE account IS NOT NULL;
