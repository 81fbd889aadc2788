-- columns: lending_posts
id, city, organisation, kind, occupation, place, people, taken, starts_on, ends_on, shift, wage_fen, asks,
status, created_at, created_by, changed_at

-- columns: lending_proposals
id, city, post_id, own_post_id, lender, borrower, proposed_by, asked, people, occupation, place, starts_on,
ends_on, message, status, reason, answer_until_at, created_at, created_by, changed_at

-- columns: lending_agreements
id, city, place, lender_place, proposal_id, lender, borrower, person, person_city, occupation, status,
starts_on, ends_on, shift, work, address, work_relation, contract_ends_on, health_checked_on, wage_fen,
insurance_fen, costs, costs_fen, borrower_pays_fen, injury_borrower_percent, text, digest, sign_until_at,
lender_signed_at, borrower_signed_at, worker_signed_at, in_force_at, ended_on, ended_by, status_reason,
created_at, created_by, changed_at

-- columns: lending_settlements
id, city, place, agreement_id, lender, borrower, person, month, from_on, to_on, due_on, status, overdue_level,
expected_wage_fen, borrower_paid_fen, borrower_paid_on, borrower_reference, wage_fen, insurance_fen,
costs_fen, passed_on_on, passed_on_reference, confirmed_at, changed_at

-- name: insert_post
INSERT INTO lending_posts ({lending_posts})
VALUES (:id, :city, :organisation, :kind, :occupation, :place, :people, :taken, :starts_on,
    :ends_on, :shift, :wage_fen, :asks, :status, :created_at, :created_by, :changed_at)

-- name: find_post
SELECT {lending_posts} FROM lending_posts WHERE id = :post

-- Takes people of an open post for an accepted proposal, if that many are left.
-- name: take_people
UPDATE lending_posts SET taken = taken + :people,
    status = CASE WHEN taken + :people = people THEN 'filled' ELSE 'open' END, changed_at = :now
WHERE id = :post AND status = 'open' AND people - taken >= :people

-- name: end_post
UPDATE lending_posts SET status = :status, changed_at = :now
WHERE id = :post AND status IN ('open', 'filled')

-- name: due_posts
SELECT {lending_posts}
FROM lending_posts WHERE status IN ('open', 'filled') AND ends_on < :today ORDER BY ends_on LIMIT 100

-- The open posts, or all of one enterprise; newest first.
-- name: list_posts
SELECT {lending_posts}
FROM lending_posts WHERE (:cursor IS NULL OR id < :cursor) AND (:kind IS NULL OR kind = :kind)
    AND (:organisation IS NULL OR organisation = :organisation)
    AND (:organisation IS NOT NULL OR status = 'open')
    AND (:occupation IS NULL OR occupation = :occupation OR occupation LIKE :below)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
ORDER BY id DESC LIMIT :limit

-- Open posts of the other kind that may fit: the same 中类, a period that overlaps.
-- name: candidates
SELECT {lending_posts}
FROM lending_posts WHERE status = 'open' AND kind = :kind AND occupation LIKE :below
    AND starts_on <= :ends_on AND ends_on >= :starts_on AND organisation <> :organisation
ORDER BY id DESC LIMIT 500

-- name: insert_proposal
INSERT INTO lending_proposals ({lending_proposals})
VALUES (:id, :city, :post_id, :own_post_id, :lender, :borrower, :proposed_by, :asked, :people,
    :occupation, :place, :starts_on, :ends_on, :message, :status, :reason, :answer_until_at,
    :created_at, :created_by, :changed_at)
ON CONFLICT DO NOTHING

-- name: find_proposal
SELECT {lending_proposals} FROM lending_proposals WHERE id = :proposal

-- Answers or ends a proposal, once.
-- name: end_proposal
UPDATE lending_proposals SET status = :status, reason = :reason, changed_at = :changed_at
WHERE id = :id AND status = 'waiting'

-- name: due_proposals
SELECT {lending_proposals}
FROM lending_proposals WHERE status = 'waiting' AND answer_until_at <= :now
ORDER BY answer_until_at LIMIT 100

-- name: list_proposals
SELECT {lending_proposals}
FROM lending_proposals WHERE (lender = :organisation OR borrower = :organisation)
    AND (:status IS NULL OR status = :status) AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- name: proposals_to_answer
SELECT {lending_proposals} FROM lending_proposals WHERE asked = :organisation AND status = 'waiting'
ORDER BY answer_until_at LIMIT :limit

-- Accepted loans for which the lender has not named everybody.
-- name: proposals_to_name
SELECT {lending_proposals}
FROM lending_proposals WHERE lender = :organisation AND status = 'accepted' AND ends_on >= :today
    AND people > (SELECT COUNT(*) FROM lending_agreements a WHERE a.proposal_id = lending_proposals.id
        AND a.status IN ('proposed', 'in_force', 'ended', 'ended_early'))
ORDER BY starts_on LIMIT :limit

-- Workers with an agreement that was not refused, withdrawn or left unsigned.
-- name: count_named
SELECT COUNT(*) FROM lending_agreements WHERE proposal_id = :proposal
    AND status IN ('proposed', 'in_force', 'ended', 'ended_early')

-- name: insert_agreement
INSERT INTO lending_agreements ({lending_agreements})
VALUES (:id, :city, :place, :lender_place, :proposal_id, :lender, :borrower, :person,
    :person_city, :occupation, :status, :starts_on, :ends_on, :shift, :work, :address,
    :work_relation, :contract_ends_on, :health_checked_on, :wage_fen, :insurance_fen, :costs,
    :costs_fen, :borrower_pays_fen, :injury_borrower_percent, :text, :digest, :sign_until_at,
    :lender_signed_at, :borrower_signed_at, :worker_signed_at, :in_force_at, :ended_on,
    :ended_by, :status_reason, :created_at, :created_by, :changed_at)
ON CONFLICT DO NOTHING

-- name: find_agreement
SELECT {lending_agreements} FROM lending_agreements WHERE id = :agreement

-- Sets what changes in an agreement's life, from the status that it was read with.
-- name: update_agreement
UPDATE lending_agreements SET status = :status, lender_signed_at = :lender_signed_at,
    borrower_signed_at = :borrower_signed_at, worker_signed_at = :worker_signed_at,
    in_force_at = :in_force_at, ended_on = :ended_on, ended_by = :ended_by,
    status_reason = :status_reason, changed_at = :changed_at
WHERE id = :id AND status = :status_before

-- Whether the enterprise has the person on loan itself in that period.
-- name: count_borrowed
SELECT COUNT(*) FROM lending_agreements WHERE person = :person AND borrower = :borrower
    AND status = 'in_force' AND starts_on <= :ends_on AND ends_on >= :starts_on

-- name: list_agreements
SELECT {lending_agreements}
FROM lending_agreements WHERE (:cursor IS NULL OR id < :cursor) AND (:proposal IS NULL OR proposal_id = :proposal)
    AND (:status IS NULL OR status = :status)
    AND (:organisation IS NULL OR lender = :organisation OR borrower = :organisation)
    AND (:worker IS NULL OR person = :worker)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to)
        OR (lender_place >= :place_from AND lender_place <= :place_to))
ORDER BY id DESC LIMIT :limit

-- name: due_agreement_ends
SELECT {lending_agreements} FROM lending_agreements WHERE status = 'in_force' AND ends_on < :today
ORDER BY ends_on LIMIT 100

-- name: due_signings
SELECT {lending_agreements}
FROM lending_agreements WHERE status = 'proposed' AND sign_until_at <= :now
ORDER BY sign_until_at LIMIT 100

-- name: to_sign_by_worker
SELECT {lending_agreements}
FROM lending_agreements WHERE person = :person AND status = 'proposed' AND worker_signed_at IS NULL
ORDER BY sign_until_at LIMIT :limit

-- name: to_sign_by_organisation
SELECT {lending_agreements}
FROM lending_agreements WHERE status = 'proposed' AND ((lender = :organisation AND lender_signed_at IS NULL)
    OR (borrower = :organisation AND borrower_signed_at IS NULL AND worker_signed_at IS NOT NULL))
ORDER BY sign_until_at LIMIT :limit

-- name: insert_settlement
INSERT INTO lending_settlements ({lending_settlements})
VALUES (:id, :city, :place, :agreement_id, :lender, :borrower, :person, :month, :from_on,
    :to_on, :due_on, :status, :overdue_level, :expected_wage_fen, :borrower_paid_fen,
    :borrower_paid_on, :borrower_reference, :wage_fen, :insurance_fen, :costs_fen,
    :passed_on_on, :passed_on_reference, :confirmed_at, :changed_at)

-- name: find_settlement
SELECT {lending_settlements} FROM lending_settlements WHERE id = :settlement

-- name: settlements_of
SELECT {lending_settlements} FROM lending_settlements WHERE agreement_id = :agreement ORDER BY month

-- Sets what changes in a settlement's life, from the status that it was read with.
-- name: update_settlement
UPDATE lending_settlements SET to_on = :to_on, due_on = :due_on, status = :status,
    overdue_level = :overdue_level, expected_wage_fen = :expected_wage_fen,
    borrower_paid_fen = :borrower_paid_fen, borrower_paid_on = :borrower_paid_on,
    borrower_reference = :borrower_reference, wage_fen = :wage_fen, insurance_fen = :insurance_fen,
    costs_fen = :costs_fen, passed_on_on = :passed_on_on,
    passed_on_reference = :passed_on_reference, confirmed_at = :confirmed_at,
    changed_at = :changed_at
WHERE id = :id AND status = :status_before

-- Wages that have reached the next level of lateness.
-- name: due_overdue
SELECT {lending_settlements}
FROM lending_settlements WHERE status = 'open' AND ((overdue_level = 'none' AND due_on <= :yellow)
    OR (overdue_level = 'yellow' AND due_on <= :orange) OR (overdue_level = 'orange' AND due_on <= :red))
ORDER BY due_on LIMIT 100

-- name: to_pass_on
SELECT {lending_settlements}
FROM lending_settlements WHERE lender = :organisation AND status = 'open' AND to_on <= :today
ORDER BY due_on LIMIT :limit

-- name: to_pay
SELECT {lending_settlements}
FROM lending_settlements WHERE borrower = :organisation AND borrower_paid_fen IS NULL AND status <> 'voided'
    AND to_on <= :today ORDER BY due_on LIMIT :limit

-- name: to_confirm
SELECT {lending_settlements}
FROM lending_settlements WHERE person = :person AND status = 'passed_on' ORDER BY due_on LIMIT :limit

-- All agreements that name a person.
-- name: agreements_of_person
SELECT {lending_agreements} FROM lending_agreements WHERE person = :person ORDER BY id

-- All months of her loans.
-- name: settlements_of_person
SELECT {lending_settlements} FROM lending_settlements WHERE person = :person ORDER BY due_on, id

-- Takes out the texts that name her.
-- name: empty_agreements
UPDATE lending_agreements SET text = '', status_reason = '' WHERE person = :person
