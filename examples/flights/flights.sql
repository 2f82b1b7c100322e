-- One row a flight: what is known before it leaves, and how it ended.
-- Needs the tables flights and airports (views of data/*.parquet); DuckDB 1.5 or later.
-- Every TIMESTAMP is in UTC; the session's TimeZone setting plays no part.
WITH scheduled AS (
  SELECT
    f.*,
    -- time_hour is the instant of the scheduled hour; sched_dep_time adds the minute.
    (f.time_hour AT TIME ZONE 'UTC') + to_minutes(f.sched_dep_time % 100) AS departure,
    -- Destinations that airports lacks (BQN, PSE, SJU, STT) keep Atlantic time all year.
    coalesce(a.tzone, 'America/Puerto_Rico') AS zone
  FROM flights f
  LEFT JOIN airports a ON a.faa = f.dest
),
landing AS (
  SELECT
    *,
    departure AT TIME ZONE 'UTC' AT TIME ZONE zone AS departure_there,
    to_hours(sched_arr_time // 100) + to_minutes(sched_arr_time % 100) AS clock_there
  FROM scheduled
),
arrival AS (
  SELECT
    *,
    -- sched_arr_time is a clock time at the destination and carries no date: take the first
    -- such time after the scheduled departure.
    CASE WHEN date_trunc('day', departure_there) + clock_there > departure_there
         THEN date_trunc('day', departure_there) + clock_there
         ELSE date_trunc('day', departure_there) + INTERVAL 1 DAY + clock_there
    END AT TIME ZONE zone AT TIME ZONE 'UTC' AS scheduled_arrival
  FROM landing
)
SELECT
  row_number() OVER (ORDER BY s.departure, s.carrier, s.flight, s.origin, s.dest) AS flight_id,
  s.carrier,
  CAST(s.flight AS BIGINT) AS flight_number,
  s.origin,
  s.dest,
  -- Known beforehand.
  s.departure AS scheduled_departure,
  s.scheduled_arrival,
  date_diff('minute', s.departure, s.scheduled_arrival) AS scheduled_minutes,
  CAST(s.distance AS BIGINT) AS distance,
  CAST(s.month AS BIGINT) AS month,
  CAST(isodow(make_date(s.year, s.month, s.day)) AS BIGINT) AS weekday,
  CAST(dayofyear(make_date(s.year, s.month, s.day)) AS BIGINT) AS day_of_year,
  CAST(s.sched_dep_time // 100 * 60 + s.sched_dep_time % 100 AS BIGINT) AS minute_of_day,
  CAST(s.sched_arr_time // 100 * 60 + s.sched_arr_time % 100 AS BIGINT) AS arrival_minute_of_day,
  -- Known afterwards: for the label, and for the features of flights that leave later.
  s.scheduled_arrival + to_minutes(s.arr_delay) AS arrived_at,
  CAST(s.arr_delay AS BIGINT) AS arr_delay,
  CAST(s.arr_delay > 30 AS BIGINT) AS late
FROM arrival s
ORDER BY flight_id
