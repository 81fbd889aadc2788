-- Posts as they were known at an earlier position: those that were otherwise later, and those that were opened anew before.
CREATE INDEX shortage_spells_until ON shortage_spells (until_position);
CREATE INDEX shortage_spells_anew ON shortage_spells (filled_at) WHERE opens_anew = 1;
