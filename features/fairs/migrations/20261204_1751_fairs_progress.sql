-- How far the search for a plan is: what it is at, for how long, the best total that it has found and what it has proven that no plan
-- exceeds. Known while a fair is computed; the plan itself says its total and bound.
ALTER TABLE fairs ADD COLUMN stage TEXT NOT NULL DEFAULT 'ranking'
    CHECK (stage IN ('ranking', 'auction', 'proof', 'search', 'floors'));
ALTER TABLE fairs ADD COLUMN spent_seconds INTEGER NOT NULL DEFAULT 0 CHECK (spent_seconds >= 0);
ALTER TABLE fairs ADD COLUMN best_so_far BIGINT;
ALTER TABLE fairs ADD COLUMN bound_so_far BIGINT;
