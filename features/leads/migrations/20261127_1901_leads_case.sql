-- The case that a lead went on as: whoever reads the lead finds it there.
ALTER TABLE leads ADD COLUMN case_id BIGINT;
