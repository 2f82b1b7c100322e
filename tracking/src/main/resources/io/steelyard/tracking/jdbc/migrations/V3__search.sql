-- What searches of runs walk. Of a text its beginning is enough: PostgreSQL takes at most 2.7 kB a row of an index.
CREATE INDEX series_by_value ON series (key, latest_is_nan, latest_value, run_no);
CREATE INDEX params_by_value ON params (key, (substr(value, 1, 64)) ${bytewise}, run_no);
CREATE INDEX tags_by_value ON tags (key, (substr(value, 1, 64)) ${bytewise}, run_no);
CREATE INDEX runs_by_name ON runs ((substr(name, 1, 64)) ${bytewise});
