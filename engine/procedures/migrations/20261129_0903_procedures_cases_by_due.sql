-- What an office has to do next, among a million cases: read in the order of the last day until a page is
-- full, every condition of the list answered from the index (docs/performance.md).
CREATE INDEX cases_open_by_due ON cases ((COALESCE(due_on, '9999-12-31')), id, place, waits_for,
    counterpart, applicant_place, assisted_place, officer, late) WHERE closed_at IS NULL;
-- What has run out, for the place above.
CREATE INDEX cases_late ON cases ((COALESCE(due_on, '9999-12-31')), id, place)
    WHERE closed_at IS NULL AND late = 1;
