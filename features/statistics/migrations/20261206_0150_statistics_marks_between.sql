-- Between two marks stand smaller ones, which say what the steps since the mark `base` add up to (0: all steps there are): so an older
-- position of a quarter that was open then reads few steps.
ALTER TABLE statistic_marks ADD COLUMN base BIGINT NOT NULL DEFAULT 0;
