-- How people are told in a list (features/statistics, told.hpp), since lists of a quarter that tell them in different ways may be
-- subtracted. 0: it counts no people, or was made before this was kept, and then nothing more of its quarter is frozen.
ALTER TABLE lists ADD COLUMN published_min BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lists ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
