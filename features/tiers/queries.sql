-- One more completed seat.
-- name: add_experience
INSERT INTO tier_experience (agency, employer, occupation, seats)
VALUES (:agency, :employer, :occupation, 1)
ON CONFLICT (agency, employer, occupation) DO UPDATE SET seats = tier_experience.seats + 1

-- Seats that the agency has completed in a class of occupations.
-- name: seats_in_occupation
SELECT COALESCE(SUM(seats), 0) FROM tier_experience
WHERE agency = :agency AND (occupation = :class
    OR (occupation >= :from AND occupation < :to))

-- Seats that the agency has completed for an employer.
-- name: seats_for_employer
SELECT COALESCE(SUM(seats), 0) FROM tier_experience
WHERE agency = :agency AND employer = :employer
