-- Adds one event at the end.
-- name: append_event
INSERT INTO events (at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data)
VALUES (:at, :kind, :city, :actor, :organisation, :counterpart, :person, :subject_kind, :subject, :data)

-- Events after a position, in order.
-- name: events_after
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE position > :after ORDER BY position LIMIT :limit

-- The history of one thing, in order.
-- name: events_of_subject
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE subject = :subject ORDER BY position LIMIT 1000

-- The newest position.
-- name: last_position
SELECT MAX(position) FROM events
