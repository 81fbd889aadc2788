-- The plans that a person stands in, to show them to her.
CREATE INDEX fair_pairs_by_person ON fair_pairs (person);
