-- A new account.
-- name: insert_account
INSERT INTO accounts (account, login_index, login_box, name, password_hash, status, created_at,
                      password_set_at, demo)
VALUES (:account, :login_index, :login_box, :name, :password_hash, 'active', :now,
        :password_set_at, :demo)
ON CONFLICT (login_index) DO NOTHING

-- As what the account acts from now on.
-- name: insert_membership
INSERT INTO memberships (account, since_at, role, place, organisation, person)
VALUES (:account, :now, :role, :place, :organisation, :person)

-- One account with its present membership.
-- name: find_account
SELECT a.account, a.login_box, a.name, a.status, a.created_at, a.password_set_at,
       m.role, m.place, m.organisation, m.person, f.confirmed_at AS second_factor_at,
       t.locked_until_at, a.demo, a.reset_allowed
FROM accounts a JOIN memberships m ON m.account = a.account AND m.until_at IS NULL
LEFT JOIN second_factors f ON f.account = a.account
LEFT JOIN sign_in_attempts t ON t.login_index = a.login_index
WHERE a.account = :account

-- What an account is called, while it has a membership.
-- name: find_account_name
SELECT a.name FROM accounts a JOIN memberships m ON m.account = a.account AND m.until_at IS NULL
WHERE a.account = :account

-- The account that people name when they sign in.
-- name: find_account_by_login
SELECT account FROM accounts WHERE login_index = :login_index

-- The account with which a person signs in.
-- name: find_account_of_person
SELECT account FROM memberships WHERE person = :person AND until_at IS NULL

-- Accounts after a cursor, in the order of their making.
-- name: list_accounts
SELECT a.account, a.login_box, a.name, a.status, a.created_at, a.password_set_at,
       m.role, m.place, m.organisation, m.person, f.confirmed_at AS second_factor_at,
       t.locked_until_at, a.demo, a.reset_allowed
FROM accounts a JOIN memberships m ON m.account = a.account AND m.until_at IS NULL
LEFT JOIN second_factors f ON f.account = a.account
LEFT JOIN sign_in_attempts t ON t.login_index = a.login_index
WHERE a.account > :after
  AND (:role IS NULL OR m.role = :role)
  AND (:status IS NULL OR a.status = :status)
  AND (:organisation IS NULL OR m.organisation = :organisation)
  AND (:login_index IS NULL OR a.login_index = :login_index)
ORDER BY a.account LIMIT :limit

-- Whether anybody has the role.
-- name: count_accounts_with_role
SELECT COUNT(*) FROM memberships WHERE role = :role AND until_at IS NULL

-- Disables or enables; changes nothing when it is so already.
-- name: set_account_status
UPDATE accounts SET status = :status WHERE account = :account AND status <> :status

-- A new password.
-- name: set_password
UPDATE accounts SET password_hash = :password_hash, password_set_at = :now WHERE account = :account

-- The same password at another cost, unless it was changed meanwhile.
-- name: replace_password_hash
UPDATE accounts SET password_hash = :fresh WHERE account = :account AND password_hash = :password_hash

-- What signing in needs to know of an account.
-- name: find_credentials
SELECT account, password_hash, status FROM accounts WHERE login_index = :login_index

-- The same by the account itself, for changing the password.
-- name: find_credentials_of_account
SELECT account, password_hash, status FROM accounts WHERE account = :account

-- Wrong passwords of late.
-- name: find_attempts
SELECT failed_at, locked_until_at FROM sign_in_attempts WHERE login_index = :login_index

-- Remembers wrong passwords.
-- name: put_attempts
INSERT INTO sign_in_attempts (login_index, failed_at, locked_until_at, updated_at)
VALUES (:login_index, :failed_at, :locked_until_at, :now)
ON CONFLICT (login_index) DO UPDATE SET failed_at = excluded.failed_at,
    locked_until_at = excluded.locked_until_at, updated_at = excluded.updated_at

-- Forgets them after a right one.
-- name: delete_attempts
DELETE FROM sign_in_attempts WHERE login_index = :login_index

-- Attempts that no rule looks at any more.
-- name: delete_old_attempts
DELETE FROM sign_in_attempts WHERE updated_at < :before

-- A new session.
-- name: insert_session
INSERT INTO sessions (digest, account, created_at, expires_at, half)
VALUES (:digest, :account, :now, :expires_at, :half)

-- Whose session it is, if it runs and the account is active.
-- name: find_session
SELECT s.account, s.expires_at, s.half, m.role, m.place, m.organisation, m.person
FROM sessions s
JOIN accounts a ON a.account = s.account AND a.status = 'active'
JOIN memberships m ON m.account = s.account AND m.until_at IS NULL
WHERE s.digest = :digest AND s.expires_at > :now

-- Signs out.
-- name: delete_session
DELETE FROM sessions WHERE digest = :digest

-- Signs out everywhere, but for one session if named.
-- name: delete_sessions_of_account
DELETE FROM sessions WHERE account = :account AND digest <> :spared

-- Sessions that ran out.
-- name: delete_ended_sessions
DELETE FROM sessions WHERE expires_at <= :now

-- The one open code of an account.
-- name: put_reset_code
INSERT INTO reset_codes (account, code_digest, expires_at, wrong)
VALUES (:account, :code_digest, :expires_at, 0)
ON CONFLICT (account) DO UPDATE SET code_digest = excluded.code_digest,
    expires_at = excluded.expires_at, wrong = 0

-- The open code of an account.
-- name: find_reset_code
SELECT code_digest, expires_at, wrong FROM reset_codes WHERE account = :account

-- One more wrong try.
-- name: count_wrong_reset_code
UPDATE reset_codes SET wrong = wrong + 1 WHERE account = :account

-- The code was used or is spent.
-- name: delete_reset_code
DELETE FROM reset_codes WHERE account = :account

-- Codes that ran out.
-- name: delete_ended_reset_codes
DELETE FROM reset_codes WHERE expires_at <= :now

-- The next password of this account may, or may no longer, be set by a code.
-- name: set_reset_allowed
UPDATE accounts SET reset_allowed = :allowed WHERE account = :account

-- What decides how somebody goes on after the right password.
-- name: find_factor_standing
SELECT m.role, a.demo, CASE WHEN f.secret_box IS NULL THEN 0 ELSE 1 END AS has_factor
FROM accounts a JOIN memberships m ON m.account = a.account AND m.until_at IS NULL
LEFT JOIN second_factors f ON f.account = a.account
WHERE a.account = :account

-- The second factor of an account, set up or being set up.
-- name: find_second_factor
SELECT secret_box, confirmed_at, last_step, next_box, next_until_at FROM second_factors
WHERE account = :account

-- A secret that waits for its first code.
-- name: put_next_secret
INSERT INTO second_factors (account, last_step, next_box, next_until_at)
VALUES (:account, 0, :box, :until_at)
ON CONFLICT (account) DO UPDATE SET next_box = excluded.next_box,
    next_until_at = excluded.next_until_at

-- Its first code was right: it counts from now on.
-- name: confirm_next_secret
UPDATE second_factors SET secret_box = next_box, confirmed_at = :now, last_step = :step,
    next_box = NULL, next_until_at = NULL
WHERE account = :account AND next_box = :box

-- Uses the code of a time step; changes nothing when that or a later one was used.
-- name: use_step
UPDATE second_factors SET last_step = :step WHERE account = :account AND last_step < :step

-- An account without its second factor.
-- name: delete_second_factor
DELETE FROM second_factors WHERE account = :account

-- A recovery code, by its keyed digest.
-- name: insert_recovery_code
INSERT INTO recovery_codes (account, code_digest) VALUES (:account, :code_digest)

-- Uses it; changes nothing when it is unknown or was used.
-- name: use_recovery_code
UPDATE recovery_codes SET used_at = :now
WHERE account = :account AND code_digest = :code_digest AND used_at IS NULL

-- How many are left.
-- name: count_recovery_codes
SELECT COUNT(*) FROM recovery_codes WHERE account = :account AND used_at IS NULL

-- All of an account.
-- name: delete_recovery_codes
DELETE FROM recovery_codes WHERE account = :account

-- The key file that this database belongs to.
-- name: find_keyring_binding
SELECT fingerprint FROM keyring_binding WHERE only_row = 1

-- Binds it at the first start.
-- name: bind_keyring
INSERT INTO keyring_binding (only_row, fingerprint, bound_at) VALUES (1, :fingerprint, :now)

-- Nobody is behind the account any more.
-- name: close_account
UPDATE accounts SET login_index = :login_index, login_box = '', name = '', password_hash = NULL,
    password_set_at = NULL, status = 'disabled', reset_allowed = 0
WHERE account = :account

-- name: end_membership
UPDATE memberships SET until_at = :now WHERE account = :account AND until_at IS NULL
