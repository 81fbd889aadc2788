-- Of a case that records what became of a decision in review or court: the procedure of that decision, and the outcome. Cases that were
-- recorded before the procedure asked for it have neither: they stand in the outcomes of the place alone.
ALTER TABLE efficiency_cases ADD COLUMN reviewed TEXT;
ALTER TABLE efficiency_cases ADD COLUMN review_outcome TEXT
    CHECK (review_outcome IN ('upheld', 'changed', 'overturned', 'ended'));
CREATE INDEX efficiency_cases_reviewed ON efficiency_cases (closed_at, city) WHERE reviewed IS NOT NULL;
