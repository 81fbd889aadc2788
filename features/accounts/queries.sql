-- A new invitation.
-- name: insert_invitation
INSERT INTO invitations (invitation, code_digest, organisation, city, name, phone_box, invited_by,
                         created_at, expires_at)
VALUES (:invitation, :code_digest, :organisation, :city, :name, :phone_box, :invited_by,
        :created_at, :expires_at)

-- An open invitation by its code.
-- name: find_invitation
SELECT invitation, organisation, city, name, expires_at FROM invitations
WHERE code_digest = :code_digest AND account IS NULL AND expires_at > :now

-- Uses an invitation up; changes nothing when somebody was faster.
-- name: accept_invitation
UPDATE invitations SET account = :account, phone_box = NULL
WHERE invitation = :invitation AND account IS NULL AND expires_at > :now

-- Invitations that ran out.
-- name: delete_ended_invitations
DELETE FROM invitations WHERE expires_at <= :now AND account IS NULL
