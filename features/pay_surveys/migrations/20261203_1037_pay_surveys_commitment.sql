-- The secret of the draw: `commitment` is its SM3, known from the opening on; `secret_box` keeps it until the sample
-- is drawn, then `secret` says it (hexadecimal) and `position` where the journal stood. Surveys opened before have none.
ALTER TABLE pay_surveys ADD COLUMN commitment TEXT NOT NULL DEFAULT '';
ALTER TABLE pay_surveys ADD COLUMN secret_box TEXT NOT NULL DEFAULT '';
ALTER TABLE pay_surveys ADD COLUMN secret TEXT NOT NULL DEFAULT '';
ALTER TABLE pay_surveys ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
