-- One row an origin and hour: the weather, and when it is known.
-- Needs the table weather (a view of data/weather.parquet); DuckDB 1.5 or later.
-- The row of an hour sums up observations taken until its 51st minute, so it is not known before
-- the hour is over. The TIMESTAMP is in UTC; the session's TimeZone setting plays no part.
SELECT
  origin,
  (time_hour AT TIME ZONE 'UTC') + INTERVAL 1 HOUR AS known_at,
  temp,
  dewp,
  humid,
  CAST(wind_dir AS DOUBLE) AS wind_dir,
  -- One reading is of 1,048 mph (EWR, 12 February 2013): impossible, so null.
  CASE WHEN wind_speed < 200 THEN wind_speed END AS wind_speed,
  wind_gust,
  precip,
  pressure,
  visib
FROM weather
ORDER BY known_at, origin
