-- name: insert_proof
INSERT INTO proofs (id, city, place, name, type, bytes, digest, account, at)
VALUES (:id, :city, :place, :name, :type, :bytes, :digest, :account, :at)

-- name: insert_content
INSERT INTO proof_contents (proof_id, city, content) VALUES (:proof, :city, :content)

-- name: find_proof
SELECT id, city, place, name, type, bytes, digest, account, at FROM proofs WHERE id = :proof

-- What an office has uploaded since a moment.
-- name: uploaded_since
SELECT COUNT(*) AS files, COALESCE(CAST(SUM(bytes) AS BIGINT), 0) AS bytes FROM proofs
WHERE place = :place AND at >= :since

-- name: find_content
SELECT content FROM proof_contents WHERE proof_id = :proof AND city = :city
