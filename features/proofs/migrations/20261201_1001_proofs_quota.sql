-- What an office has uploaded lately is summed before each upload.
CREATE INDEX proofs_of_place ON proofs (place, at);
