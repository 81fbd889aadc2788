-- What the steps of a place and period up to a position add up to, by code, every few thousand steps: a figure as of an older position
-- begins at the nearer mark and reads the steps between, however many there were before and since. Nothing in it that the steps do not
-- give. Marks begin with this migration; those of the time before come with a recount.
CREATE TABLE statistic_marks (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    place TEXT NOT NULL,
    period INTEGER NOT NULL,
    position BIGINT NOT NULL,
    city TEXT NOT NULL,
    sums TEXT NOT NULL,
    PRIMARY KEY (measure, version, place, period, position, city)
) WITHOUT ROWID;
-- How many steps came since the last mark.
ALTER TABLE statistic_last_steps ADD COLUMN unmarked BIGINT NOT NULL DEFAULT 0;
-- Cells follow when twice as many steps wait: each is written half as often.
DROP INDEX statistic_last_steps_behind;
CREATE INDEX statistic_last_steps_behind ON statistic_last_steps (waiting) WHERE waiting >= 2000;
