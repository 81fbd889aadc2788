-- By which formulas a quarter was assessed, and of which places; nothing was kept of that before (formula 0).
ALTER TABLE shortage_quarters ADD COLUMN formula BIGINT NOT NULL DEFAULT 0;
ALTER TABLE shortage_quarters ADD COLUMN demand_formula BIGINT NOT NULL DEFAULT 0;
ALTER TABLE shortage_quarters ADD COLUMN supply_formula BIGINT NOT NULL DEFAULT 0;
ALTER TABLE shortage_quarters ADD COLUMN included TEXT NOT NULL DEFAULT '[]';
ALTER TABLE shortage_quarters ADD COLUMN excluded TEXT NOT NULL DEFAULT '[]';
-- Whether anybody is known to live in a city.
CREATE INDEX shortage_residences_by_city ON shortage_residences (city);
