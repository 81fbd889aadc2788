-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE occupation_phrases_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    phrase TEXT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO occupation_phrases_anew (id, city, phrase)
SELECT id, city, phrase
FROM occupation_phrases;
DROP TABLE occupation_phrases;
ALTER TABLE occupation_phrases_anew RENAME TO occupation_phrases;
CREATE UNIQUE INDEX occupation_phrases_by_text ON occupation_phrases (phrase, city);
