-- The consent ledger says what was agreed to, not only that: which data, to whom, on which basis, in
-- which version of the text (data/consent_texts.csv), by which channel (PIPL §14, §17). What was
-- given before gets what its text said. `refused`: the question was answered with no before it was
-- ever answered with yes, so nobody is asked again (网络数据安全管理条例 §22(5)).
ALTER TABLE consents ADD COLUMN text_version TEXT NOT NULL DEFAULT '2026-1';
ALTER TABLE consents ADD COLUMN data_classes TEXT NOT NULL DEFAULT '["phone"]';
ALTER TABLE consents ADD COLUMN recipient TEXT NOT NULL DEFAULT 'verified_agencies';
ALTER TABLE consents ADD COLUMN basis TEXT NOT NULL DEFAULT 'consent';
ALTER TABLE consents ADD COLUMN channel TEXT NOT NULL DEFAULT 'online';
ALTER TABLE consents ADD COLUMN refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1));
UPDATE consents SET data_classes = '["masked_name","birth_year","home","profile"]'
WHERE purpose = 'public_pool';
CREATE INDEX consents_of_purpose ON consents (person, purpose, id);

-- Every reading has a basis; that of a consent names the entry of the ledger. Readings before this
-- day say that theirs was not recorded.
ALTER TABLE person_reads ADD COLUMN basis TEXT NOT NULL DEFAULT 'not_recorded'
    CHECK (basis IN ('consent', 'contract', 'statutory_duty', 'not_recorded'));
ALTER TABLE person_reads ADD COLUMN consent BIGINT;
CREATE INDEX person_reads_by_time ON person_reads (id);
