-- A share that was taken in whole teams, how many of its seats are in teams that stood once, and
-- until when its agency may refill seats of those.
ALTER TABLE shares ADD COLUMN team_size INTEGER NOT NULL DEFAULT 0 CHECK (team_size >= 0);
ALTER TABLE shares ADD COLUMN standing INTEGER NOT NULL DEFAULT 0 CHECK (standing >= 0);
ALTER TABLE shares ADD COLUMN refill_until_at BIGINT;
CREATE INDEX shares_by_refill ON shares (refill_until_at) WHERE refill_until_at IS NOT NULL;
