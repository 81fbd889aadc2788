-- Who may come earlier and why (features/tiers), and how many seats make a team; 0: no teams.
ALTER TABLE orders ADD COLUMN tiers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN team_size INTEGER NOT NULL DEFAULT 0 CHECK (team_size >= 0);
