-- columns: notices
n.id AS id, n.city AS city, n.kind AS kind, n.part AS part, n.person AS person,
n.organisation AS organisation, n.office AS office, n.desk AS desk, n.account AS account, n.at AS at,
n.position AS position, n.subject AS subject, n.order_id AS order_id, n.other AS other, n.level AS level,
r.read_at AS read_at

-- name: insert_notice
INSERT INTO notices (id, city, kind, part, person, organisation, office, desk, account, at, position, subject,
    order_id, other, level)
VALUES (:id, :city, :kind, :part, :person, :organisation, :office, :desk, :account, :at, :position, :subject,
    :order_id, :other, :level)

-- One page of what a person is told, newest first, with when this account read it. Each kind of reader has
-- a statement of its own: one for all would sort everything that the reader was ever told.
-- name: list_notices_of_person
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.person = :person
    AND (:cursor IS NULL OR n.id < :cursor)
    AND (:unread IS NULL OR r.read_at IS NULL)
ORDER BY n.id DESC LIMIT :limit

-- The same of an organisation.
-- name: list_notices_of_organisation
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.organisation = :organisation
    AND (:cursor IS NULL OR n.id < :cursor)
    AND (:unread IS NULL OR r.read_at IS NULL)
ORDER BY n.id DESC LIMIT :limit

-- The same of an office.
-- name: list_notices_of_office
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.office = :office
    AND (:cursor IS NULL OR n.id < :cursor)
    AND (:unread IS NULL OR r.read_at IS NULL)
ORDER BY n.id DESC LIMIT :limit

-- The same of the office of one place itself.
-- name: list_notices_of_desk
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.desk = :desk
    AND (:cursor IS NULL OR n.id < :cursor)
    AND (:unread IS NULL OR r.read_at IS NULL)
ORDER BY n.id DESC LIMIT :limit

-- The same of one account.
-- name: list_notices_of_account
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.account = :account
    AND (:cursor IS NULL OR n.id < :cursor)
    AND (:unread IS NULL OR r.read_at IS NULL)
ORDER BY n.id DESC LIMIT :limit

-- The first office within a place and after another that is told anything.
-- name: next_office
SELECT MIN(office) FROM notices WHERE office >= :office_from AND office <= :office_to AND office > :after

-- One notice, if it is the reader's.
-- name: find_notice
SELECT {notices} FROM notices n LEFT JOIN notice_reads r ON r.notice = n.id AND r.account = :account
WHERE n.id = :notice AND (n.person = :person OR n.organisation = :organisation
       OR (n.office >= :office_from AND n.office <= :office_to) OR n.desk = :desk OR n.account = :account)

-- name: read_notice
INSERT INTO notice_reads (account, notice, read_at) VALUES (:account, :notice, :now)
ON CONFLICT (account, notice) DO NOTHING

-- What a person was told, in order.
-- name: notices_of_person
SELECT kind, at, subject FROM notices WHERE person = :person ORDER BY id

-- name: forget_notice_reads
DELETE FROM notice_reads WHERE notice IN (SELECT id FROM notices WHERE person = :person)

-- name: forget_notices
DELETE FROM notices WHERE person = :person

-- Notices whose time is over, oldest first, and that they were read.
-- name: expire_notice_reads
DELETE FROM notice_reads WHERE notice IN
    (SELECT id FROM (SELECT id, at FROM notices ORDER BY id LIMIT :limit) oldest WHERE at < :before)

-- name: expire_notices
DELETE FROM notices WHERE id IN
    (SELECT id FROM (SELECT id, at FROM notices ORDER BY id LIMIT :limit) oldest WHERE at < :before)
