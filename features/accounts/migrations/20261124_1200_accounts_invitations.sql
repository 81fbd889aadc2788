-- An organisation asks somebody to join it. The code is handed over by the person who invites; only
-- its digest is kept. The phone is there for sending the code and goes when it is of no more use.
CREATE TABLE invitations (
    invitation BIGINT PRIMARY KEY,
    code_digest TEXT NOT NULL UNIQUE,
    organisation BIGINT NOT NULL,
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    phone_box TEXT,
    invited_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    account BIGINT
);
CREATE INDEX invitations_end ON invitations (expires_at);
