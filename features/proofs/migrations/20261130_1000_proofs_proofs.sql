-- Papers that an office reports with. `digest` is the SM3 of the bytes.
CREATE TABLE proofs (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'text')),
    bytes BIGINT NOT NULL CHECK (bytes > 0),
    digest TEXT NOT NULL,
    account BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
CREATE TABLE proof_contents (
    proof_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (proof_id, city)
);
