-- By which version of the method the guide was computed; 0: not computed. What was computed before is of the first.
ALTER TABLE pay_surveys ADD COLUMN formula BIGINT NOT NULL DEFAULT 0;
UPDATE pay_surveys SET formula = 1 WHERE computed_at IS NOT NULL;
