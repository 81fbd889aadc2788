-- Notices for the office of one place itself (`desk`: not for those above it) and for one account, so that who
-- looks after a case is told and a reminder reaches the county that handles it. Reminders and overdue cases were
-- told to the office of the city until now; they stay there under the words of today. A CHECK cannot be changed in place on
-- SQLite, so the table is made anew; nothing refers to it.
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
);
INSERT INTO notices_anew (id, city, kind, part, person, organisation, office, desk, at, position, subject,
    order_id, other, level)
SELECT id, city, CASE WHEN kind = 'case.clock_reminder' THEN 'case.reminded' ELSE kind END,
    CASE WHEN kind IN ('case.clock_reminder', 'case.overdue') THEN 'desk' ELSE part END,
    person, organisation,
    CASE WHEN kind IN ('case.clock_reminder', 'case.overdue') THEN NULL ELSE office END,
    CASE WHEN kind IN ('case.clock_reminder', 'case.overdue') THEN office ELSE NULL END,
    at, position, subject, order_id, other, level
FROM notices;
DROP TABLE notices;
ALTER TABLE notices_anew RENAME TO notices;
CREATE INDEX notices_of_person ON notices (person, id) WHERE person IS NOT NULL;
CREATE INDEX notices_of_organisation ON notices (organisation, id) WHERE organisation IS NOT NULL;
CREATE INDEX notices_of_office ON notices (office, id) WHERE office IS NOT NULL;
CREATE INDEX notices_of_desk ON notices (desk, id) WHERE desk IS NOT NULL;
CREATE INDEX notices_of_account ON notices (account, id) WHERE account IS NOT NULL;
