-- Each default of a share is a row, from the day it opens until it is closed and after. agency_totals says how many are
-- open, and only the closing of a row lowers that. Shares that defaulted before get a row each, the newest first, as far
-- as the counter of their agency says; the counter is what the rows say then, so that each can be closed. They lapse
-- 180 days after the default: the value that default_lapse_days has from its beginning (data/parameters.csv).
CREATE TABLE share_defaults (
    share_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    lapses_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by BIGINT,
    ground TEXT CHECK (ground IN ('made_good', 'settled', 'excused', 'lapsed')),
    reason TEXT NOT NULL,
    PRIMARY KEY (share_id, city),
    CHECK (lapses_at >= opened_at),
    CHECK ((closed_at IS NULL) = (ground IS NULL)),
    CHECK ((closed_by IS NOT NULL) = (ground IS NOT NULL AND ground <> 'lapsed')),
    CHECK (ground <> 'excused' OR reason <> '')
);
INSERT INTO share_defaults (share_id, city, order_id, employer, agency, opened_at, lapses_at, reason)
SELECT id, city, order_id, employer, agency, changed_at, changed_at + 15552000000, ''
FROM (SELECT s.id, s.city, s.order_id, s.employer, s.agency, s.changed_at, t.open_defaults,
          ROW_NUMBER() OVER (PARTITION BY s.agency ORDER BY s.id DESC) AS turn
      FROM shares s JOIN agency_totals t ON t.agency = s.agency
      WHERE s.status = 'defaulted') counted
WHERE turn <= open_defaults;
UPDATE agency_totals SET open_defaults =
    (SELECT COUNT(*) FROM share_defaults d WHERE d.agency = agency_totals.agency)
WHERE open_defaults > 0;
CREATE INDEX share_defaults_of_agency ON share_defaults (agency, share_id);
CREATE INDEX share_defaults_of_employer ON share_defaults (employer, share_id);
CREATE INDEX share_defaults_by_lapse ON share_defaults (lapses_at) WHERE closed_at IS NULL;
