-- columns: shortage_posts
order_id, city, occupation, opened_at, filled_at, ended_at, pay_fen, employer

-- columns: shortage_catalogues
id, city, place, period, status, version, number, demand_formula, supply_formula, position, rules_on, too_few,
included, excluded, digest, note, made_by, made_at, submitted_by, published_by, published_at,
changed_at

-- Nothing is inserted when such a catalogue is being made.
-- name: insert_catalogue
INSERT INTO shortage_catalogues ({shortage_catalogues})
VALUES (:id, :city, :place, :period, :status, :version, :number, :demand_formula, :supply_formula,
    :position, :rules_on, :too_few, :included, :excluded, :digest, :note, :made_by, :made_at, :submitted_by,
    :published_by, :published_at, :changed_at)
ON CONFLICT (city, place, period, version) DO NOTHING

-- Changes nothing when somebody was faster.
-- name: update_catalogue
UPDATE shortage_catalogues SET status = :status, version = :version, number = :number,
    demand_formula = :demand_formula, supply_formula = :supply_formula, position = :position, rules_on = :rules_on,
    too_few = :too_few, included = :included, excluded = :excluded, digest = :digest, note = :note,
    made_by = :made_by, made_at = :made_at, submitted_by = :submitted_by,
    published_by = :published_by, published_at = :published_at, changed_at = :changed_at
WHERE id = :id AND status = :from

-- name: find_catalogue
SELECT {shortage_catalogues} FROM shortage_catalogues WHERE id = :catalogue

-- Newest first: published ones, those of the reader's places and of the region, and those that the
-- reader is asked about.
-- name: list_catalogues
SELECT {shortage_catalogues} FROM shortage_catalogues c
WHERE (:cursor IS NULL OR id < :cursor) AND (:period IS NULL OR period = :period)
    AND (:place IS NULL OR place = :place)
    AND (status = 'published'
         OR (:seen_from IS NOT NULL AND (place = '' OR (place >= :seen_from AND place <= :seen_to)))
         OR (status = 'review' AND EXISTS (SELECT 1 FROM shortage_experts e
             WHERE e.city = c.city AND e.catalogue_id = c.id AND e.account = :account)))
ORDER BY id DESC LIMIT :limit

-- name: newest_version
SELECT MAX(version) FROM shortage_catalogues WHERE place = :place AND period = :period

-- What waits for another official.
-- name: catalogues_waiting
SELECT {shortage_catalogues} FROM shortage_catalogues c
WHERE (place = :region OR (place >= :place_from AND place <= :place_to)) AND status = 'review'
    AND made_by <> :account AND submitted_by <> :account
    AND NOT EXISTS (SELECT 1 FROM shortage_opinions o
        WHERE o.city = c.city AND o.catalogue_id = c.id AND o.account = :account)
ORDER BY changed_at, id LIMIT :limit

-- What an expert has said nothing about.
-- name: catalogues_asked
SELECT {shortage_catalogues} FROM shortage_catalogues c
WHERE status = 'review' AND EXISTS (SELECT 1 FROM shortage_experts e
        WHERE e.city = c.city AND e.catalogue_id = c.id AND e.account = :account)
    AND NOT EXISTS (SELECT 1 FROM shortage_opinions o
        WHERE o.city = c.city AND o.catalogue_id = c.id AND o.account = :account)
ORDER BY changed_at, id LIMIT :limit

-- name: delete_entries
DELETE FROM shortage_entries WHERE city = :city AND catalogue_id = :catalogue

-- name: delete_opinions
DELETE FROM shortage_opinions WHERE city = :city AND catalogue_id = :catalogue

-- name: insert_entry
INSERT INTO shortage_entries (city, catalogue_id, line, place, occupation, facts, score, grade, cause)
VALUES (:city, :catalogue, :line, :place, :occupation, :facts, :score, :grade, :cause)

-- name: entries
SELECT line, place, occupation, facts, score, grade, cause FROM shortage_entries
WHERE city = :city AND catalogue_id = :catalogue AND line > :after
ORDER BY line LIMIT :limit

-- name: update_entry
UPDATE shortage_entries SET score = :score, grade = :grade
WHERE city = :city AND catalogue_id = :catalogue AND line = :line

-- Nothing when she is asked already.
-- name: insert_expert
INSERT INTO shortage_experts (city, catalogue_id, account, named_by, named_at)
VALUES (:city, :catalogue, :account, :named_by, :named_at)
ON CONFLICT (city, catalogue_id, account) DO NOTHING

-- name: experts
SELECT account FROM shortage_experts WHERE city = :city AND catalogue_id = :catalogue
ORDER BY named_at, account

-- name: put_opinion
INSERT INTO shortage_opinions (city, catalogue_id, line, account, grade, dissents, reason, given_at)
VALUES (:city, :catalogue, :line, :account, :grade, :dissents, :reason, :given_at)
ON CONFLICT (city, catalogue_id, line, account) DO UPDATE SET grade = excluded.grade,
    dissents = excluded.dissents, reason = excluded.reason, given_at = excluded.given_at

-- name: opinions
SELECT line, account, grade, dissents, reason, given_at FROM shortage_opinions
WHERE city = :city AND catalogue_id = :catalogue ORDER BY line, given_at, account

-- name: put_post
INSERT INTO shortage_posts ({shortage_posts})
VALUES (:order_id, :city, :occupation, :opened_at, :filled_at, :ended_at, :pay_fen, :employer)
ON CONFLICT (order_id, city) DO UPDATE SET opened_at = excluded.opened_at,
    filled_at = excluded.filled_at, ended_at = excluded.ended_at, pay_fen = excluded.pay_fen

-- What became of a post that was opened when it was: the index of opening times, which an upsert would write again, stays as it is.
-- name: change_post
UPDATE shortage_posts SET filled_at = :filled_at, ended_at = :ended_at, pay_fen = :pay_fen
WHERE order_id = :order_id AND city = :city

-- name: find_post
SELECT {shortage_posts} FROM shortage_posts
WHERE order_id = :order_id

-- Nothing when it is known: the journal may be read again.
-- name: insert_spell
INSERT INTO shortage_spells (order_id, city, until_position, opened_at, filled_at, ended_at, pay_fen, opens_anew)
VALUES (:order_id, :city, :until_position, :opened_at, :filled_at, :ended_at, :pay_fen, :opens_anew)
ON CONFLICT (order_id, city, until_position) DO NOTHING

-- Each time that a post was open between two instants, as known at a position: how it stood then (as it stands now where nothing of
-- it was taken back since), and the times before, after which it opened anew; what it pays once.
-- name: posts_between
SELECT {shortage_posts} FROM shortage_posts p
WHERE opened_at < :to AND (filled_at IS NULL OR filled_at >= :from)
    AND (ended_at IS NULL OR ended_at >= :from)
    AND NOT EXISTS (SELECT 1 FROM shortage_spells s
        WHERE s.order_id = p.order_id AND s.city = p.city AND s.until_position > :position)
UNION ALL
SELECT s.order_id, s.city, p.occupation, s.opened_at, s.filled_at, s.ended_at, s.pay_fen, p.employer
FROM shortage_spells s JOIN shortage_posts p ON p.order_id = s.order_id AND p.city = s.city
WHERE s.until_position > :position AND s.opened_at < :to
    AND (s.filled_at IS NULL OR s.filled_at >= :from) AND (s.ended_at IS NULL OR s.ended_at >= :from)
    AND NOT EXISTS (SELECT 1 FROM shortage_spells earlier
        WHERE earlier.order_id = s.order_id AND earlier.city = s.city
            AND earlier.until_position > :position AND earlier.until_position < s.until_position)
UNION ALL
SELECT s.order_id, s.city, p.occupation, s.opened_at, s.filled_at, s.ended_at, NULL, p.employer
FROM shortage_spells s JOIN shortage_posts p ON p.order_id = s.order_id AND p.city = s.city
WHERE s.until_position <= :position AND s.opens_anew = 1 AND s.opened_at < :to AND s.filled_at >= :from

-- Which employers ask for each occupation of each city in a time, as known at a position; also with posts that are filled;
-- posts from before employers were kept count as one each.
-- name: employers_between
SELECT city, occupation, CASE WHEN employer = 0 THEN -order_id ELSE employer END AS employer FROM shortage_posts p
WHERE (ended_at IS NULL OR ended_at >= :from)
    AND NOT EXISTS (SELECT 1 FROM shortage_spells s
        WHERE s.order_id = p.order_id AND s.city = p.city AND s.until_position > :position)
    AND opened_at < :to AND opened_at <= :known
UNION ALL
SELECT p.city, p.occupation, CASE WHEN p.employer = 0 THEN -p.order_id ELSE p.employer END
FROM shortage_spells s JOIN shortage_posts p ON p.order_id = s.order_id AND p.city = s.city
WHERE s.until_position > :position AND s.opened_at < :to AND s.opened_at <= :known
    AND (s.ended_at IS NULL OR s.ended_at >= :from)
    AND NOT EXISTS (SELECT 1 FROM shortage_spells earlier
        WHERE earlier.order_id = s.order_id AND earlier.city = s.city
            AND earlier.until_position > :position AND earlier.until_position < s.until_position)

-- Behind these no post and no residence is kept: ids grow, so what is new need not be looked for.
-- name: greatest_post
SELECT MAX(order_id) FROM shortage_posts
-- name: greatest_residence
SELECT MAX(person) FROM shortage_residences

-- name: find_residence
SELECT person, city FROM shortage_residences WHERE person = :person

-- name: delete_residence
DELETE FROM shortage_residences WHERE person = :person

-- name: insert_residence
INSERT INTO shortage_residences (person, city) VALUES (:person, :city)

-- Nothing when the person is counted there already.
-- name: insert_flow_person
INSERT INTO shortage_flow_people (person, origin, city, period, kind)
VALUES (:person, :origin, :city, :period, :kind)
ON CONFLICT (person, origin, city, period, kind) DO NOTHING

-- name: delete_flow_people
DELETE FROM shortage_flow_people WHERE person = :person

-- name: flows_of_person
SELECT origin, city, period, kind FROM shortage_flow_people WHERE person = :person
ORDER BY period, kind, origin, city

-- name: add_flow
INSERT INTO shortage_flows (city, origin, period, kind, amount)
VALUES (:city, :origin, :period, :kind, 1)
ON CONFLICT (city, origin, period, kind) DO UPDATE SET amount = shortage_flows.amount + 1

-- name: flows
SELECT origin, city, amount FROM shortage_flows WHERE period = :period AND kind = :kind
ORDER BY origin, city

-- Who was counted in flows, by person.
-- name: flow_people
SELECT person, origin, city FROM shortage_flow_people
WHERE period = :period AND kind = :kind AND person > :after
    AND (:origin IS NULL OR origin = :origin) AND (:city IS NULL OR city = :city)
ORDER BY person, origin, city

-- 1 when somebody is known to live in the city, or to have come to it or left it.
-- name: people_known
SELECT CASE WHEN EXISTS (SELECT 1 FROM shortage_residences WHERE city = :city)
    OR EXISTS (SELECT 1 FROM shortage_flows WHERE city = :city)
    OR EXISTS (SELECT 1 FROM shortage_flows WHERE origin = :city) THEN 1 ELSE 0 END AS known

-- name: last_assessed
SELECT MAX(period) FROM shortage_quarters

-- Nothing when another process was faster.
-- name: insert_quarter
INSERT INTO shortage_quarters (period, position, assessed_at, formula, demand_formula, supply_formula, included, excluded)
VALUES (:period, :position, :at, :formula, :demand_formula, :supply_formula, :included, :excluded)
ON CONFLICT (period) DO NOTHING

-- How a quarter was assessed, and of which places.
-- name: find_quarter
SELECT period, position, formula, demand_formula, supply_formula, included, excluded
FROM shortage_quarters WHERE period = :period

-- name: insert_level
INSERT INTO shortage_levels (city, occupation, period, level, standing, facts)
VALUES (:city, :occupation, :period, :level, :standing, :facts)

-- name: levels_between
SELECT city, occupation, period, level, standing, facts FROM shortage_levels
WHERE period >= :from AND period <= :to ORDER BY city, occupation, period DESC

-- The history of an occupation in a city.
-- name: levels_of
SELECT city, occupation, period, level, standing, facts FROM shortage_levels
WHERE city = :city AND occupation = :occupation ORDER BY period DESC LIMIT 40

-- What of it was given to everybody: the quarters of warnings that were issued, up to one of them.
-- name: levels_given
SELECT city, occupation, period, level, standing, facts FROM shortage_levels l
WHERE city = :city AND occupation = :occupation AND period <= :period
    AND EXISTS (SELECT 1 FROM shortage_warnings w
        WHERE w.city = l.city AND w.occupation = l.occupation AND w.period = l.period
            AND w.decided_at IS NOT NULL AND w.status <> 'dismissed')
ORDER BY period DESC LIMIT 40

-- With whether officials dismissed the warning that stood.
-- name: look_back
SELECT l.city AS city, l.occupation AS occupation, l.period AS period, l.level AS level,
    l.standing AS standing,
    (SELECT w.status FROM shortage_warnings w WHERE w.city = l.city AND w.occupation = l.occupation
        AND w.period <= l.period ORDER BY w.period DESC LIMIT 1) AS status
FROM shortage_levels l
WHERE l.city >= :place_from AND l.city <= :place_to
ORDER BY l.city, l.occupation, l.period

-- name: insert_warning
INSERT INTO shortage_warnings (id, city, occupation, period, level, level_before, status, due_at,
    note, measures, computed_at, decided_by, decided_at, answered_by, answered_at)
VALUES (:id, :city, :occupation, :period, :level, :level_before, :status, :due_at, :note, :measures,
    :computed_at, :decided_by, :decided_at, :answered_by, :answered_at)

-- A newer level took the place of what nobody had decided or answered.
-- name: overtake_warnings
UPDATE shortage_warnings SET status = 'overtaken', due_at = NULL
WHERE city = :city AND occupation = :occupation AND status IN ('computed', 'issued')

-- Changes nothing when somebody was faster.
-- name: update_warning
UPDATE shortage_warnings SET status = :status, due_at = :due_at, note = :note, measures = :measures,
    decided_by = :decided_by, decided_at = :decided_at, answered_by = :answered_by,
    answered_at = :answered_at
WHERE id = :id AND status = :from

-- name: find_warning
SELECT id, city, occupation, period, level, level_before, status, due_at, note, measures,
    computed_at, decided_by, decided_at, answered_by, answered_at
FROM shortage_warnings WHERE id = :warning

-- Newest first: of the reader's places all, of others what was issued, also when a newer level overtook it.
-- name: list_warnings
SELECT id, city, occupation, period, level, level_before, status, due_at, note, measures,
    computed_at, decided_by, decided_at, answered_by, answered_at
FROM shortage_warnings
WHERE (:cursor IS NULL OR id < :cursor) AND (:status IS NULL OR status = :status)
    AND (:level IS NULL OR level = :level) AND (:place IS NULL OR city = :place)
    AND ((decided_at IS NOT NULL AND status <> 'dismissed')
         OR (:seen_from IS NOT NULL AND city >= :seen_from AND city <= :seen_to))
ORDER BY id DESC LIMIT :limit

-- What officials of a place owe, the most urgent first.
-- name: warnings_waiting
SELECT id, city, occupation, period, level, level_before, status, due_at, note, measures,
    computed_at, decided_by, decided_at, answered_by, answered_at
FROM shortage_warnings
WHERE city >= :place_from AND city <= :place_to AND status IN ('computed', 'issued')
ORDER BY due_at, id LIMIT :limit

-- What a look back depends on.
-- name: hindsight_basis
SELECT COUNT(*) AS quarters, COALESCE(MIN(period), 0) AS first_period, COALESCE(MAX(period), 0) AS last_period,
    (SELECT COUNT(*) FROM shortage_warnings WHERE decided_at IS NOT NULL) AS decided,
    (SELECT COALESCE(MAX(decided_at), 0) FROM shortage_warnings) AS decided_last
FROM shortage_quarters
