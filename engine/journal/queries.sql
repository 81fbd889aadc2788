-- Adds one event at the end. Writers come one after the other (SQLite's lock, PostgreSQL's baton), so
-- positions have no gaps and are in the order of the commits.
-- name: append_event
INSERT INTO events (position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data)
VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM events), :at, :kind, :city, :actor, :organisation, :counterpart, :person, :subject_kind, :subject, :data)

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

-- One event.
-- name: event_at
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE position = :position

-- Positions and kinds after a position, in order: a reader picks what it wants without reading all.
-- name: event_heads
SELECT position, kind FROM events WHERE position > :after ORDER BY position LIMIT :limit

-- How far a reader has come.
-- name: find_checkpoint
SELECT position FROM journal_checkpoints WHERE name = :name

-- name: begin_checkpoint
INSERT INTO journal_checkpoints (name, position) VALUES (:name, 0) ON CONFLICT (name) DO NOTHING

-- Moves a reader on; no row when another process was faster.
-- name: move_checkpoint
UPDATE journal_checkpoints SET position = :to WHERE name = :name AND position = :from
