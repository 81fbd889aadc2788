-- What people confirmed a title to mean. A phrase is a title without noise and digits; it is used, and
-- with that seen by others, only when several voters have chosen for it (parameter
-- occupation_votes_least). `vote` is a keyed digest of phrase and voter: one vote each, and no two
-- votes of a voter can be put together.
CREATE TABLE occupation_phrases (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    phrase TEXT NOT NULL
);
CREATE UNIQUE INDEX occupation_phrases_by_text ON occupation_phrases (phrase, city);

CREATE TABLE occupation_votes (
    city TEXT NOT NULL,
    vote TEXT NOT NULL,
    phrase_id BIGINT NOT NULL,
    occupation TEXT NOT NULL,
    voted_on TEXT NOT NULL,
    PRIMARY KEY (city, vote)
);
CREATE INDEX occupation_votes_of_phrase ON occupation_votes (city, phrase_id, occupation);
