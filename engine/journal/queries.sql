-- Adds one event at the end. Writers come one after the other (SQLite's lock, PostgreSQL's baton), so
-- positions have no gaps and are in the order of the commits.
-- name: append_event
INSERT INTO events (position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data)
VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM events), :at, :kind, :city, :actor, :organisation, :counterpart, :person, :subject_kind, :subject, :data)

-- Adds one event at a position that its writer knows to be the next.
-- name: append_event_at
INSERT INTO events (at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data, position)
VALUES (:at, :kind, :city, :actor, :organisation, :counterpart, :person, :subject_kind, :subject, :data, :position)

-- What events after a position name, in order.
-- name: named_after
SELECT position, subject_kind, subject, organisation, counterpart, data
FROM events WHERE position > :after ORDER BY position LIMIT :limit

-- Events after a position, in order.
-- name: events_after
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE position > :after ORDER BY position LIMIT :limit

-- The history of one thing, in order.
-- name: events_of_subject
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE subject = :subject ORDER BY position LIMIT 1000

-- The same after a position.
-- name: events_of_subject_after
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE subject = :subject AND position > :after ORDER BY position LIMIT :limit

-- The newest position.
-- name: last_position
SELECT MAX(position) FROM events

-- The same, and 0 for an empty journal.
-- name: newest
SELECT COALESCE(MAX(position), 0) AS position FROM events

-- One event.
-- name: event_at
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE position = :position

-- Positions and kinds after a position and no further than another, in order: a reader picks what it wants without reading all.
-- name: heads_between
SELECT position, kind FROM events WHERE position > :after AND position <= :until ORDER BY position LIMIT :limit

-- How far a reader has come.
-- name: find_checkpoint
SELECT position FROM journal_checkpoints WHERE name = :name

-- name: begin_checkpoint
INSERT INTO journal_checkpoints (name, position) VALUES (:name, 0) ON CONFLICT (name) DO NOTHING

-- Moves a reader on; no row when another process was faster.
-- name: move_checkpoint
UPDATE journal_checkpoints SET position = :to WHERE name = :name AND position = :from

-- name: newest_key
SELECT number, point, secret_box, made_at FROM journal_keys ORDER BY number DESC LIMIT 1

-- name: insert_key
INSERT INTO journal_keys (number, point, secret_box, made_at)
VALUES (:number, :point, :secret_box, :made_at) ON CONFLICT (number) DO NOTHING

-- name: public_keys
SELECT number, point, made_at FROM journal_keys ORDER BY number

-- name: find_key
SELECT number, point, made_at FROM journal_keys WHERE number = :number

-- name: last_block
SELECT number, first_position, last_position, root, previous, at, key_number, signature
FROM journal_blocks ORDER BY number DESC LIMIT 1

-- Of two processes that seal at once, one is the first.
-- name: insert_block
INSERT INTO journal_blocks (number, first_position, last_position, root, previous, at, key_number, signature)
VALUES (:number, :first_position, :last_position, :root, :previous, :at, :key_number, :signature)
ON CONFLICT (number) DO NOTHING

-- name: blocks_after
SELECT number, first_position, last_position, root, previous, at, key_number, signature
FROM journal_blocks WHERE number > :after ORDER BY number LIMIT :limit

-- name: blocks_before
SELECT number, first_position, last_position, root, previous, at, key_number, signature
FROM journal_blocks WHERE number < :before ORDER BY number DESC LIMIT :limit

-- The block that holds a position.
-- name: block_of
SELECT number, first_position, last_position, root, previous, at, key_number, signature
FROM journal_blocks WHERE last_position >= :position ORDER BY last_position LIMIT 1

-- All events that name a person, in order.
-- name: events_of_person
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE person = :person ORDER BY position

-- The same as events_after, no further than a position.
-- name: events_between
SELECT position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data
FROM events WHERE position > :after AND position <= :until ORDER BY position LIMIT :limit
