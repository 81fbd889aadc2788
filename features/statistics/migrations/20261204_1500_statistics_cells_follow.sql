-- Cells follow the steps, a place and period at a time, when many of its steps wait: then they are summed where they lie and each cell
-- is written once for all of them. Until where the cells hold the steps, and how many steps are behind that.
ALTER TABLE statistic_last_steps ADD COLUMN cells_to BIGINT NOT NULL DEFAULT 0;
ALTER TABLE statistic_last_steps ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0;
UPDATE statistic_last_steps SET cells_to = position;
CREATE INDEX statistic_last_steps_behind ON statistic_last_steps (waiting) WHERE waiting >= 1000;
