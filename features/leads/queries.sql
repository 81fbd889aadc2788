-- columns: leads
id, city, place, kind, employer, agency, order_id, statement_id, borrower, agreement_id, settlement_id,
status, outcome, note, owner, raised_at, taken_at, closed_at, changed_at, case_id

-- Does nothing when the statement or the month has its lead.
-- name: insert_lead
INSERT INTO leads ({leads})
VALUES (:id, :city, :place, :kind, :employer, :agency, :order_id, :statement_id,
    :borrower, :agreement_id, :settlement_id, :status, :outcome, :note, :owner, :raised_at, :taken_at, :closed_at, :changed_at, :case_id)
ON CONFLICT DO NOTHING

-- name: find_lead
SELECT {leads} FROM leads WHERE id = :lead

-- Changes nothing when somebody was faster.
-- name: update_lead
UPDATE leads SET status = :status, outcome = :outcome, note = :note, owner = :owner,
    taken_at = :taken_at, closed_at = :closed_at, changed_at = :changed_at, case_id = :case_id
WHERE id = :id AND status <> 'closed'

-- Leads of a place, newest first.
-- name: list_leads
SELECT {leads} FROM leads
WHERE place >= :place_from AND place <= :place_to
    AND (:cursor IS NULL OR id < :cursor)
    AND (:status IS NULL OR status = :status)
    AND (:owner IS NULL OR owner = :owner)
ORDER BY id DESC LIMIT :limit

-- What waits for somebody of the office: what nobody has taken, and what the account has.
-- name: leads_waiting
SELECT {leads} FROM leads
WHERE place >= :place_from AND place <= :place_to
    AND (status = 'raised' OR (status = 'taken' AND owner = :owner))
ORDER BY raised_at, id LIMIT :limit
