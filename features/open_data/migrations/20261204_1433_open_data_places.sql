-- The places that a version covers, and those that it leaves out with why: [{code, name, reason}], reason "" for what is covered.
ALTER TABLE open_versions ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
