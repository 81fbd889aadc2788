-- Who posted it: the ranking of what lacks most leaves out what one employer alone asks for. 0: from before this was kept.
ALTER TABLE shortage_posts ADD COLUMN employer BIGINT NOT NULL DEFAULT 0;
