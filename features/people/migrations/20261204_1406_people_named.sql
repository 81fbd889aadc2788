-- How people are named in a list, from the index alone: a list of candidates names fifty of millions, and a row of
-- people is ten times as long as what is asked of it.
CREATE INDEX people_named ON people (id, place, name, public_pool, status);
