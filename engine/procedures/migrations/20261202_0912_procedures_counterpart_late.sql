-- The counterpart's delay is the counterpart's: a clock that ran out while the case waited for it no longer makes the
-- place that asked late.
ALTER TABLE cases ADD COLUMN counterpart_late BIGINT NOT NULL DEFAULT 0 CHECK (counterpart_late IN (0, 1));
UPDATE cases SET counterpart_late = 1, late = 0
WHERE closed_at IS NULL AND late = 1 AND counterpart IS NOT NULL
    AND waits_for IN ('counterpart_official', 'counterpart_inspector');
-- What has run out at a counterpart, for the place above it.
CREATE INDEX cases_late_counterpart ON cases ((COALESCE(due_on, '9999-12-31')), id, counterpart)
    WHERE closed_at IS NULL AND counterpart_late = 1;
