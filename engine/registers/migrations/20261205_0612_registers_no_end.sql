-- A change that takes an entry's last day away is proposed as any other of what bars somebody.
ALTER TABLE entry_proposals ADD COLUMN no_end INTEGER NOT NULL DEFAULT 0 CHECK (no_end = 0 OR (no_end = 1 AND act = 'change' AND valid_to_on IS NULL));
