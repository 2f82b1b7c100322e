-- A pattern is looked for in the index alone, where that holds the whole text. SQLite reads the row for an expression,
-- even for one that the index holds.
DROP INDEX params_by_value;
DROP INDEX tags_by_value;
DROP INDEX runs_by_name;
CREATE INDEX params_by_value ON params (key, ${begin}value${end} ${bytewise}, run_no);
CREATE INDEX tags_by_value ON tags (key, ${begin}value${end} ${bytewise}, run_no);
CREATE INDEX runs_by_name ON runs (${begin}name${end} ${bytewise});
