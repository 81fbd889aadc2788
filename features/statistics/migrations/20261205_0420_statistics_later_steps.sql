-- The steps that an event makes lie at its position: where a fact began, so do its first ones, which are most of all. Only those that came
-- later are found by where their fact began.
DROP INDEX statistic_steps_of_fact;
CREATE INDEX statistic_steps_later ON statistic_steps (began) WHERE position > began;
