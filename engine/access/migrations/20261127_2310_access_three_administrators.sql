-- The administrator's duties are three (三权分立): system, security, audit. Who was `administrator`
-- becomes a security administrator: she goes on opening accounts, so that nobody is shut out;
-- `jianghui first-administrator` makes the two others. A CHECK cannot be changed in place on SQLite,
-- so the table is made anew; nothing refers to it. No account ever has two of the three duties.
CREATE TABLE memberships_of_three (
    account BIGINT NOT NULL REFERENCES accounts (account),
    since_at BIGINT NOT NULL,
    until_at BIGINT,
    role TEXT NOT NULL CHECK (role IN ('employer', 'agency', 'worker', 'official', 'inspector',
                                       'system_administrator', 'security_administrator',
                                       'audit_administrator')),
    place TEXT NOT NULL,
    organisation BIGINT,
    person BIGINT,
    PRIMARY KEY (account, since_at),
    CHECK (role NOT IN ('employer', 'agency') OR organisation IS NOT NULL),
    CHECK ((role = 'worker') = (person IS NOT NULL)),
    CHECK (role NOT IN ('official', 'inspector') OR place <> '')
);
INSERT INTO memberships_of_three (account, since_at, until_at, role, place, organisation, person)
SELECT account, since_at, until_at,
       CASE WHEN role = 'administrator' THEN 'security_administrator' ELSE role END,
       place, organisation, person
FROM memberships;
DROP TABLE memberships;
ALTER TABLE memberships_of_three RENAME TO memberships;
CREATE UNIQUE INDEX memberships_present ON memberships (account) WHERE until_at IS NULL;
CREATE INDEX memberships_of_organisation ON memberships (organisation) WHERE until_at IS NULL;
CREATE UNIQUE INDEX memberships_of_person ON memberships (person)
    WHERE until_at IS NULL AND person IS NOT NULL;
CREATE UNIQUE INDEX memberships_one_duty ON memberships (account)
    WHERE role IN ('system_administrator', 'security_administrator', 'audit_administrator');
