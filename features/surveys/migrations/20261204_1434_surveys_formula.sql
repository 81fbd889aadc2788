-- By which version of the method the estimates were computed; 0: not computed. What was computed before is of the first.
ALTER TABLE surveys ADD COLUMN formula BIGINT NOT NULL DEFAULT 0;
UPDATE surveys SET formula = 1 WHERE computed_at IS NOT NULL;
