-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE engagements_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('product', 'procurement')),
    source_id BIGINT NOT NULL,
    buyer BIGINT,
    provider BIGINT NOT NULL,
    title TEXT NOT NULL,
    price_fen BIGINT NOT NULL CHECK (price_fen > 0),
    open_fen BIGINT NOT NULL CHECK (open_fen >= 0),
    accepted_fen BIGINT NOT NULL CHECK (accepted_fen >= 0),
    paid_fen BIGINT NOT NULL CHECK (paid_fen >= 0),
    confirmed_fen BIGINT NOT NULL CHECK (confirmed_fen >= 0),
    dropped_fen BIGINT NOT NULL CHECK (dropped_fen >= 0),
    status TEXT NOT NULL CHECK (status IN ('running', 'completed', 'ended_early')),
    ended_by TEXT CHECK (ended_by IN ('buyer', 'provider')),
    end_reason TEXT,
    ended_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (open_fen + accepted_fen + paid_fen + confirmed_fen + dropped_fen = price_fen),
    CHECK (status <> 'completed' OR (confirmed_fen = price_fen AND ended_at IS NOT NULL)),
    CHECK (status <> 'ended_early' OR (ended_by IS NOT NULL AND end_reason IS NOT NULL
                                       AND ended_at IS NOT NULL)),
    UNIQUE (city, source, source_id)
);
INSERT INTO engagements_anew (id, city, place, source, source_id, buyer, provider, title, price_fen, open_fen,
    accepted_fen, paid_fen, confirmed_fen, dropped_fen, status, ended_by, end_reason, ended_at, created_at,
    changed_at)
SELECT id, city, place, source, source_id, buyer, provider, title, price_fen, open_fen, accepted_fen,
    paid_fen, confirmed_fen, dropped_fen, status, ended_by, end_reason, ended_at, created_at, changed_at
FROM engagements;
DROP TABLE engagements;
ALTER TABLE engagements_anew RENAME TO engagements;
CREATE INDEX engagements_of_buyer ON engagements (buyer, id);
CREATE INDEX engagements_of_provider ON engagements (provider, id);
CREATE INDEX engagements_of_place ON engagements (place, id);

CREATE TABLE engagement_steps_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    engagement_id BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    amount_fen BIGINT NOT NULL CHECK (amount_fen >= 0),
    due_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('agreed', 'delivering', 'delivered', 'returned', 'accepted',
                                           'paid', 'confirmed', 'dropped')),
    act_by_on TEXT,
    late_level TEXT NOT NULL CHECK (late_level IN ('none', 'yellow', 'orange', 'red')),
    note TEXT,
    return_reason TEXT,
    returns INTEGER NOT NULL CHECK (returns >= 0),
    delivered_at BIGINT,
    accepted_at BIGINT,
    paid_reference TEXT,
    paid_on TEXT,
    confirmed_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((act_by_on IS NULL) = (status IN ('confirmed', 'dropped'))),
    CHECK (status NOT IN ('accepted', 'paid', 'confirmed') OR accepted_at IS NOT NULL),
    CHECK (status NOT IN ('paid', 'confirmed') OR (paid_reference IS NOT NULL AND paid_on IS NOT NULL)),
    UNIQUE (city, engagement_id, number)
);
INSERT INTO engagement_steps_anew (id, city, engagement_id, number, title, amount_fen, due_on, status,
    act_by_on, late_level, note, return_reason, returns, delivered_at, accepted_at, paid_reference, paid_on,
    confirmed_at, changed_at)
SELECT id, city, engagement_id, number, title, amount_fen, due_on, status, act_by_on, late_level, note,
    return_reason, returns, delivered_at, accepted_at, paid_reference, paid_on, confirmed_at, changed_at
FROM engagement_steps;
DROP TABLE engagement_steps;
ALTER TABLE engagement_steps_anew RENAME TO engagement_steps;
CREATE INDEX engagement_steps_of_engagement ON engagement_steps (engagement_id, number);
CREATE INDEX engagement_steps_by_day ON engagement_steps (act_by_on) WHERE act_by_on IS NOT NULL;
