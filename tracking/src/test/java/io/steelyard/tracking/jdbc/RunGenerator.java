package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import java.util.List;
import java.util.stream.IntStream;

/// Fills a tracking store's database with runs by its own SQL, some hundred thousand in seconds: the experiment 0
/// with all runs but every hundredth, which stands in 1. Each has four metrics (`auc` and `loss` all different, `epoch`
/// 10 everywhere, `acc` of two digits and for every second run, now and then NaN), four parameters and three tags.
final class RunGenerator {
    private static final int AT_ONCE = 50_000;

    private RunGenerator() {}

    static void fill(Database database, int runs) {
        database.transact(
                sql -> sql.execute("INSERT INTO experiments (name, artifact_location, lifecycle, creation_time,"
                        + " last_update_time) VALUES ('other', 'mlflow-artifacts:/1', 'ACTIVE', 1, 1)"));
        IntStream.iterate(0, from -> from < runs, from -> from + AT_ONCE).forEach(from -> {
            int to = Math.min(runs, from + AT_ONCE);
            database.transact(sql -> {
                statements(from, to).forEach(sql::execute);
                return null;
            });
        });
    }

    /// A number from 0 to 1 that is another one for each run and key.
    private static String random(int key) {
        return "(((i * (i + " + key * 7919 + ")) % 2147483647 * " + (48271 + key * 1000) + ") % 2147483647)"
                + " / 2147483647.0";
    }

    private static List<String> statements(int from, int to) {
        String numbers = "WITH RECURSIVE n (i) AS (SELECT CAST(" + (from + 1)
                + " AS BIGINT) UNION ALL SELECT i + 1 FROM n" + " WHERE i < " + to + ") ";
        String series = "INSERT INTO series (run_no, key, latest_step, latest_timestamp, latest_value, latest_is_nan) "
                + numbers + "SELECT i, ";
        String params = "INSERT INTO params (run_no, key, value) " + numbers + "SELECT i, ";
        String tags = "INSERT INTO tags (run_no, key, value) " + numbers + "SELECT i, ";
        return List.of(
                "INSERT INTO runs (run_no, run_id, experiment_id, name, user_id, status, start_time, end_time,"
                        + " artifact_uri, lifecycle) " + numbers
                        + "SELECT i, 'r' || ((i * 48271) % 2147483647), CASE WHEN i % 100 = 0 THEN 1 ELSE 0 END,"
                        + " 'run-' || i, 'me', CASE WHEN i % 10 = 0 THEN 'FAILED' ELSE 'FINISHED' END,"
                        + " 1700000000000 + i * 1000, 1700000000000 + i * 1000 + 500, 'mlflow-artifacts:/0/' || i,"
                        + " 'ACTIVE' FROM n",
                series + "'auc', 10, 1, " + random(1) + ", 0 FROM n",
                series + "'loss', 10, 1, " + random(2) + ", 0 FROM n",
                series + "'epoch', 10, 1, 10, 0 FROM n",
                series + "'acc', 10, 1, CASE WHEN i % 50 = 0 THEN 0 ELSE CAST(" + random(3)
                        + " * 100 AS BIGINT) / 100.0 END, CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END FROM n"
                        + " WHERE i % 2 = 0",
                params + "'model', CASE WHEN " + random(4) + " < 0.5 THEN 'xgb' ELSE 'forest' END FROM n",
                params + "'seed', CAST(i % 5000 AS TEXT) FROM n",
                params + "'lr', CAST(" + random(5) + " AS TEXT) FROM n",
                params + "'note', 'the note of run ' || i FROM n",
                tags + "'mlflow.runName', 'run-' || i FROM n",
                tags + "'team', CASE WHEN i % 1000 = 7 THEN 'rare' ELSE 'usual' END FROM n",
                tags + "'mlflow.user', 'me' FROM n");
    }
}
