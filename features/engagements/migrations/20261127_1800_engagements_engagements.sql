-- What one organisation delivers to another for a price: a booked product or an awarded procurement.
-- The amounts by stage move between the columns as the steps do, and add up to the price at any time.
CREATE TABLE engagements (
    id BIGINT PRIMARY KEY,
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
    CHECK (open_fen + accepted_fen + paid_fen + confirmed_fen + dropped_fen = price_fen),
    CHECK (status <> 'completed' OR (confirmed_fen = price_fen AND ended_at IS NOT NULL)),
    CHECK (status <> 'ended_early' OR (ended_by IS NOT NULL AND end_reason IS NOT NULL
                                       AND ended_at IS NOT NULL)),
    UNIQUE (city, source, source_id)
);
CREATE INDEX engagements_of_buyer ON engagements (buyer, id);
CREATE INDEX engagements_of_provider ON engagements (provider, id);
CREATE INDEX engagements_of_place ON engagements (place, id);

CREATE TABLE engagement_steps (
    id BIGINT PRIMARY KEY,
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
    CHECK ((act_by_on IS NULL) = (status IN ('confirmed', 'dropped'))),
    CHECK (status NOT IN ('accepted', 'paid', 'confirmed') OR accepted_at IS NOT NULL),
    CHECK (status NOT IN ('paid', 'confirmed') OR (paid_reference IS NOT NULL AND paid_on IS NOT NULL)),
    UNIQUE (city, engagement_id, number)
);
CREATE INDEX engagement_steps_of_engagement ON engagement_steps (engagement_id, number);
CREATE INDEX engagement_steps_by_day ON engagement_steps (act_by_on) WHERE act_by_on IS NOT NULL;

-- What each side says of the other after the end; open once both have spoken or the time is over.
CREATE TABLE engagement_ratings (
    city TEXT NOT NULL,
    engagement_id BIGINT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('buyer', 'provider')),
    rated BIGINT,
    stars INTEGER NOT NULL CHECK (stars >= 1 AND stars <= 5),
    comment TEXT NOT NULL,
    account BIGINT NOT NULL,
    rated_at BIGINT NOT NULL,
    opens_at BIGINT NOT NULL,
    PRIMARY KEY (city, engagement_id, side)
);
CREATE INDEX engagement_ratings_of ON engagement_ratings (rated, opens_at);
