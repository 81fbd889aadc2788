-- The spells of a fact, in the order in which they began.
-- name: spells_of_fact
SELECT began, subject, from_at, to_at, amount, place, occupation, industry, origin
FROM statistic_spells
WHERE fact = :fact AND measure = :measure AND version = :version AND city = :city
ORDER BY line

-- The facts in which a subject was counted, of measures in which facts change or end: mostly one, so nothing is sorted.
-- name: facts_of_subject
SELECT subject, fact, city, from_at, line FROM statistic_spells
WHERE subject = :subject AND measure = :measure AND version = :version AND may_change = 1

-- name: put_spell
INSERT INTO statistic_spells (fact, measure, version, city, line, began, subject, may_change, from_at,
    to_at, amount, place, occupation, industry, origin)
VALUES (:fact, :measure, :version, :city, :line, :began, :subject, :may_change, :from_at, :to_at,
    :amount, :place, :occupation, :industry, :origin)
ON CONFLICT (fact, measure, version, city, line) DO UPDATE SET began = excluded.began,
    subject = excluded.subject, may_change = excluded.may_change, from_at = excluded.from_at,
    to_at = excluded.to_at, amount = excluded.amount, place = excluded.place,
    occupation = excluded.occupation, industry = excluded.industry, origin = excluded.origin

-- What became of a spell that is there, of the same subject: the index of subjects, which an upsert would write again, stays as it is.
-- name: change_spell
UPDATE statistic_spells SET began = :began, from_at = :from_at, to_at = :to_at, amount = :amount, place = :place,
    occupation = :occupation, industry = :industry, origin = :origin
WHERE fact = :fact AND measure = :measure AND version = :version AND city = :city AND line = :line

-- name: drop_spells
DELETE FROM statistic_spells
WHERE fact = :fact AND measure = :measure AND version = :version AND city = :city AND line >= :line

-- What was said of a subject: of who has moved to another city there are two rows, and the newest holds.
-- name: memories_of
SELECT place, occupation, industry, origin, position FROM statistic_memories
WHERE measure = :measure AND version = :version AND subject = :subject

-- name: remember
INSERT INTO statistic_memories (subject, measure, version, city, place, occupation, industry, origin, position)
VALUES (:subject, :measure, :version, :city, :place, :occupation, :industry, :origin, :position)
ON CONFLICT (subject, measure, version, city) DO UPDATE SET place = excluded.place,
    occupation = excluded.occupation, industry = excluded.industry, origin = excluded.origin,
    position = excluded.position

-- name: add_step
INSERT INTO statistic_steps (measure, version, place, period, position, line, city, began, fact,
    occupation, industry, origin, amount, facts, subject, organisation, person)
VALUES (:measure, :version, :place, :period, :position, :line, :city, :began, :fact, :occupation,
    :industry, :origin, :amount, :facts, :subject, :organisation, :person)

-- What steps of a place and period add to its cells.
-- name: add_to_cell
INSERT INTO statistic_cells (measure, version, city, period, place, occupation, industry, origin, amount, facts)
VALUES (:measure, :version, :city, :period, :place, :occupation, :industry, :origin, :amount, :facts)
ON CONFLICT (measure, version, city, period, place, occupation, industry, origin) DO UPDATE SET
    amount = statistic_cells.amount + excluded.amount,
    facts = statistic_cells.facts + excluded.facts

-- name: steps_in_order
SELECT position, occupation, industry, origin, amount, facts FROM statistic_steps
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position > :after AND position <= :until
ORDER BY position

-- name: put_last_step
INSERT INTO statistic_last_steps (measure, version, place, period, city, position, waiting, unmarked)
VALUES (:measure, :version, :place, :period, :city, :position, :waiting, :waiting)
ON CONFLICT (measure, version, place, period, city) DO UPDATE SET position = excluded.position,
    waiting = statistic_last_steps.waiting + excluded.waiting,
    unmarked = statistic_last_steps.unmarked + excluded.unmarked

-- name: cells_hold
UPDATE statistic_last_steps SET cells_to = :until, waiting = 0
WHERE measure = :measure AND version = :version AND place = :place AND period = :period

-- The places and periods of which most steps wait to be added to the cells: by the index of those that are far behind, hardly
-- any. (An engine without statistics would take the key for as good, and read all of the measure's.)
-- name: cells_far_behind
SELECT place, period, MAX(position) AS position, MAX(cells_to) AS cells_to, MAX(unmarked) AS unmarked
FROM statistic_last_steps
WHERE measure || '' = :measure AND version + 0 = :version AND waiting >= 2000
GROUP BY place, period ORDER BY MAX(waiting) DESC, place, period LIMIT :limit

-- The same of all of which any waits.
-- name: cells_behind
SELECT place, period, MAX(position) AS position, MAX(cells_to) AS cells_to, MAX(unmarked) AS unmarked
FROM statistic_last_steps
WHERE measure = :measure AND version = :version AND waiting > 0
GROUP BY place, period ORDER BY MAX(waiting) DESC, place, period LIMIT :limit

-- A mark: the sums of a place and period up to a position, which its cells hold.
-- name: cells_of_place
SELECT place, occupation, industry, origin, amount, facts FROM statistic_cells
WHERE measure = :measure AND version = :version AND city = :city AND period = :period AND place = :place

-- name: put_mark
INSERT INTO statistic_marks (measure, version, place, period, position, city, base, sums)
VALUES (:measure, :version, :place, :period, :position, :city, :base, :sums)

-- The newest mark that says what all steps to there add up to.
-- name: newest_whole_mark
SELECT position FROM statistic_marks
WHERE measure = :measure AND version = :version AND place = :place AND period = :period AND base = 0
ORDER BY position DESC LIMIT 1

-- name: mark_stands
UPDATE statistic_last_steps SET unmarked = 0
WHERE measure = :measure AND version = :version AND place = :place AND period = :period

-- The newest mark up to a position, and the oldest behind it.
-- name: mark_before
SELECT position FROM statistic_marks
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position <= :position
ORDER BY position DESC LIMIT 1

-- name: mark_behind
SELECT position FROM statistic_marks
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position > :position
ORDER BY position LIMIT 1

-- name: mark_at
SELECT place, period, base, sums FROM statistic_marks
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position = :position

-- Behind this fact, in the order of bytes, no spell is kept.
-- name: greatest_fact
SELECT MAX(fact) FROM statistic_spells

-- name: add_left_out
INSERT INTO statistic_left_out (measure, version, city, reason, events)
VALUES (:measure, :version, :city, :reason, :events)
ON CONFLICT (measure, version, city, reason) DO UPDATE SET
    events = statistic_left_out.events + excluded.events

-- name: left_out
SELECT reason, CAST(SUM(events) AS BIGINT) AS events FROM statistic_left_out
WHERE measure = :measure AND version = :version GROUP BY reason ORDER BY reason

-- name: clear_spells
DELETE FROM statistic_spells WHERE measure = :measure AND version = :version
-- name: clear_memories
DELETE FROM statistic_memories WHERE measure = :measure AND version = :version
-- name: clear_steps
DELETE FROM statistic_steps WHERE measure = :measure AND version = :version
-- name: clear_cells
DELETE FROM statistic_cells WHERE measure = :measure AND version = :version
-- name: clear_marks
DELETE FROM statistic_marks WHERE measure = :measure AND version = :version
-- name: clear_last_steps
DELETE FROM statistic_last_steps WHERE measure = :measure AND version = :version
-- name: clear_left_out
DELETE FROM statistic_left_out WHERE measure = :measure AND version = :version

-- The figures of the periods as far as the cells hold them.
-- name: cells
SELECT place, occupation, industry, origin, CAST(SUM(amount) AS BIGINT) AS amount,
    CAST(SUM(facts) AS BIGINT) AS facts
FROM statistic_cells
WHERE measure = :measure AND version = :version AND period >= :period_from
    AND period <= :period_to AND place >= :place_from AND place <= :place_to
GROUP BY place, occupation, industry, origin

-- What the cells of a place and period add up to that a selection selects, of as many as are looked at.
-- name: selected_cells
SELECT CAST(COALESCE(SUM(CASE WHEN is_selected = 1 THEN amount ELSE 0 END), 0) AS BIGINT) AS amount,
    CAST(COALESCE(SUM(CASE WHEN is_selected = 1 THEN facts ELSE 0 END), 0) AS BIGINT) AS facts,
    COUNT(*) AS looked_at
FROM (SELECT amount, facts,
        CASE WHEN occupation LIKE :occupation_like AND industry LIKE :industry_like
            AND (:origin IS NULL OR origin = :origin) THEN 1 ELSE 0 END AS is_selected
    FROM statistic_cells
    WHERE measure = :measure AND version = :version AND city = :city AND period = :period AND place = :place
        AND (:occupation IS NULL OR occupation = :occupation)
    LIMIT :limit) AS looked

-- The same of the steps between two positions.
-- name: selected_steps
SELECT CAST(COALESCE(SUM(CASE WHEN is_selected = 1 THEN amount ELSE 0 END), 0) AS BIGINT) AS amount,
    CAST(COALESCE(SUM(CASE WHEN is_selected = 1 THEN facts ELSE 0 END), 0) AS BIGINT) AS facts,
    COUNT(*) AS looked_at
FROM (SELECT amount, facts,
        CASE WHEN occupation LIKE :occupation_like AND industry LIKE :industry_like
            AND (:origin IS NULL OR origin = :origin) THEN 1 ELSE 0 END AS is_selected
    FROM statistic_steps
    WHERE measure = :measure AND version = :version AND place = :place AND period = :period
        AND position > :after AND position <= :until
    LIMIT :limit) AS looked

-- The next city that has cells, from the key's beginning.
-- name: next_city_of_cells
SELECT MIN(city) FROM statistic_cells
WHERE measure = :measure AND version = :version AND city > :after
-- Where ever something was counted, and since when.
-- name: places_counted
SELECT DISTINCT place FROM statistic_last_steps
WHERE measure = :measure AND version = :version ORDER BY place
-- The same up to a position: of each place and period it is enough to look for one step.
-- name: places_counted_to
SELECT DISTINCT place FROM statistic_last_steps l
WHERE measure = :measure AND version = :version AND EXISTS (SELECT 1 FROM statistic_steps s
    WHERE s.measure = l.measure AND s.version = l.version AND s.place = l.place AND s.period = l.period AND s.position <= :position)
ORDER BY place
-- name: first_period
SELECT MIN(period) FROM statistic_last_steps WHERE measure = :measure AND version = :version

-- What is kept in memory: the cells of a city; and the steps of a place and period since.
-- name: cells_of_city
SELECT period, place, occupation, industry, origin, amount, facts FROM statistic_cells
WHERE measure = :measure AND version = :version AND city = :city
-- name: steps_between
SELECT period, place, occupation, industry, origin, amount, facts FROM statistic_steps
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position > :after AND position <= :until

-- The places and periods whose steps lie together, with the newest of each, where one is behind a position.
-- name: place_periods
SELECT place, period, MAX(position) AS position, MAX(cells_to) AS cells_to FROM statistic_last_steps
WHERE measure = :measure AND version = :version AND place >= :place_from AND place <= :place_to
    AND period >= :period_from AND period <= :period_to
GROUP BY place, period HAVING MAX(position) > :after
ORDER BY MAX(position) DESC, place, period

-- How often the measure was begun anew.
-- name: recounts_of
SELECT times FROM statistic_recounts WHERE measure = :measure AND version = :version
-- name: count_recount
INSERT INTO statistic_recounts (measure, version, times) VALUES (:measure, :version, 1)
ON CONFLICT (measure, version) DO UPDATE SET times = statistic_recounts.times + 1

-- One page of the facts that a figure was counted from, newest first, as far as the reader may see
-- them: all of what is public or in the reader's places, else what names the reader.
-- name: records
SELECT fact, place, occupation, industry, origin, CAST(SUM(amount) AS BIGINT) AS amount,
    MAX(position) AS position, MAX(subject) AS subject
FROM statistic_steps
WHERE measure = :measure AND version = :version AND period >= :period_from
    AND period <= :period_to AND place >= :place_from AND place <= :place_to
    AND occupation LIKE :occupation_like AND industry LIKE :industry_like
    AND (:origin IS NULL OR origin = :origin)
    AND position <= :position
GROUP BY began, fact, place, occupation, industry, origin
HAVING SUM(facts) <> 0 AND (:cursor IS NULL OR MAX(position) < :cursor)
    AND (:all = 1
        OR (:seen_from IS NOT NULL AND place >= :seen_from AND place <= :seen_to)
        OR MAX(CASE WHEN organisation = :organisation OR person = :person THEN 1 ELSE 0 END) = 1)
ORDER BY MAX(position) DESC, fact LIMIT :limit

-- For the same page without looking at every fact (newest_records.hpp): the newest steps of a place and period before a position
-- that a page may be about.
-- name: newest_steps
SELECT began, fact, place, occupation, industry, origin, position FROM statistic_steps
WHERE measure = :measure AND version = :version AND place = :place AND period = :period
    AND position < :before
    AND occupation LIKE :occupation_like AND industry LIKE :industry_like
    AND (:origin IS NULL OR origin = :origin)
ORDER BY position DESC LIMIT :limit

-- For a page of a figure of few facts of long ago: the steps of a place and a later period up to a position, of so many. A fact that lasts
-- until there ends there, and `selected` says whether it is of those that a page may be about.
-- name: steps_that_end
SELECT began, fact, place, occupation, industry, origin,
    CASE WHEN facts < 0 AND occupation LIKE :occupation_like AND industry LIKE :industry_like
        AND (:origin IS NULL OR origin = :origin) THEN 1 ELSE 0 END AS selected
FROM statistic_steps
WHERE measure = :measure AND version = :version AND place = :place AND period = :period AND position < :before
ORDER BY position LIMIT :limit

-- One fact of the page, when it is in the figure and the reader may see it. Its first steps lie at the position where it began, in
-- periods whose newest step is not older; those that came later are found by where it began alone: few, whose place and measure
-- are looked at then. (An engine without statistics would take the key for as good, and read the whole place; a CROSS JOIN it makes in the
-- order in which it is written, and of a sum it does not know that it lies in a range, which it would read.)
-- name: record_of_fact
SELECT fact, place, occupation, industry, origin, CAST(SUM(amount) AS BIGINT) AS amount,
    MAX(position) AS position, MAX(subject) AS subject
FROM (SELECT s.fact, s.place, s.occupation, s.industry, s.origin, s.amount, s.facts, s.position, s.subject, s.organisation, s.person
    FROM statistic_last_steps l CROSS JOIN statistic_steps s
    WHERE l.measure = :measure AND l.version = :version AND l.place = :place AND l.period >= :period_from
        AND l.period <= :period_to AND l.position >= :began
        AND s.measure = :measure AND s.version = :version AND s.place = :place AND s.period = l.period + 0 AND s.position = :began
    UNION ALL
    SELECT fact, place, occupation, industry, origin, amount, facts, position, subject, organisation, person
    FROM statistic_steps
    WHERE began = :began AND position > began AND measure || '' = :measure AND version = :version
        AND place = :place AND period >= :period_from AND period <= :period_to) AS steps
WHERE fact = :fact AND occupation = :occupation AND industry = :industry AND origin = :origin AND position + 0 <= :position
GROUP BY fact, place, occupation, industry, origin
HAVING SUM(facts) <> 0 AND (:cursor IS NULL OR MAX(position) < :cursor)
    AND (:all = 1
        OR (:seen_from IS NOT NULL AND place >= :seen_from AND place <= :seen_to)
        OR MAX(CASE WHEN organisation = :organisation OR person = :person THEN 1 ELSE 0 END) = 1)
