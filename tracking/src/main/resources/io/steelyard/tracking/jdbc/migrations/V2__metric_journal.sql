-- Logged metrics as they came, until they are folded into series and points: one row a call. SQLite only; the table of a
-- PostgreSQL database stays empty. A number is never used twice.
CREATE TABLE metric_journal (
    journal_no ${identity},
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    points ${bytes} NOT NULL
);
