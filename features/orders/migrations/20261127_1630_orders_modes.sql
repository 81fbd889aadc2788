-- Grab modes in which speed does not win: how long agencies may apply, bid or answer, what becomes
-- of seats left over, and whether the mode is over.
ALTER TABLE orders ADD COLUMN apply_hours INTEGER NOT NULL DEFAULT 24 CHECK (apply_hours > 0);
ALTER TABLE orders ADD COLUMN leftover TEXT NOT NULL DEFAULT 'race'
    CHECK (leftover IN ('race', 'keep'));
ALTER TABLE orders ADD COLUMN open_to_all INTEGER NOT NULL DEFAULT 0
    CHECK (open_to_all IN (0, 1));
