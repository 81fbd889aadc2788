-- Which rows of lists became a person: emptied when she is erased (docs/adr/0016).
CREATE INDEX import_rows_by_result ON import_rows (result) WHERE result IS NOT NULL;
