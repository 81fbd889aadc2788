-- name: find_phrase
SELECT id, city, phrase FROM occupation_phrases WHERE city = :city AND phrase = :phrase

-- name: insert_phrase
INSERT INTO occupation_phrases (id, city, phrase) VALUES (:id, :city, :phrase)

-- name: find_vote
SELECT city, vote, phrase_id, occupation, voted_on FROM occupation_votes
WHERE city = :city AND vote = :vote

-- A voter's later choice takes the earlier one's place.
-- name: put_vote
INSERT INTO occupation_votes (city, vote, phrase_id, occupation, voted_on)
VALUES (:city, :vote, :phrase_id, :occupation, :voted_on)
ON CONFLICT (city, vote) DO UPDATE SET occupation = excluded.occupation,
    voted_on = excluded.voted_on

-- What voters of all cities chose for the phrase of this row.
-- name: tallies_of_phrase
SELECT p.phrase, v.occupation, COUNT(*) AS votes
FROM occupation_phrases p JOIN occupation_votes v ON v.city = p.city AND v.phrase_id = p.id
WHERE p.phrase = (SELECT named.phrase FROM occupation_phrases named WHERE named.id = :phrase)
GROUP BY p.phrase, v.occupation
ORDER BY p.phrase, v.occupation

-- name: all_tallies
SELECT p.phrase, v.occupation, COUNT(*) AS votes
FROM occupation_phrases p JOIN occupation_votes v ON v.city = p.city AND v.phrase_id = p.id
GROUP BY p.phrase, v.occupation
ORDER BY p.phrase, v.occupation
