"""Writes runs into a database of MLflow's own server, whose tables are there: python load_mlflow.py DATABASE RUNS METRICS PARAMS TAGS

The formulas are those of RunTable. Prints the id of the runs' experiment.
"""

import sqlite3
import sys

FIRST_START = 1_700_000_000_000
PRIME = 1_000_003
CHUNK = 20_000


def main():
    file = sys.argv[1]
    runs, metrics, params, tags = map(int, sys.argv[2:])
    database = sqlite3.connect(file)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    experiment = 1000
    database.execute(
        "INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)"
        " VALUES (?, 'searched', ?, 'active', 0, 0)",
        (experiment, f"mlflow-artifacts:/{experiment}"),
    )
    for first in range(0, runs, CHUNK):
        part = range(first, min(first + CHUNK, runs))
        start = [FIRST_START + i * 1000 for i in part]
        ids = [f"{i:032x}" for i in part]
        database.executemany(
            "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time,"
            " source_version, lifecycle_stage, artifact_uri, experiment_id)"
            " VALUES (?, ?, 'UNKNOWN', '', '', 'bench', 'FINISHED', ?, ?, '', 'active', ?, ?)",
            (
                (id, f"run_{i:07}", s, s + 500, f"mlflow-artifacts:/{experiment}/{id}/artifacts", experiment)
                for i, id, s in zip(part, ids, start)
            ),
        )
        values = [
            (f"metric_{j}", (i + 1) * (2_654_435 + 97_531 * j) % PRIME / PRIME, s, id)
            for i, id, s in zip(part, ids, start)
            for j in range(metrics)
        ]
        for table in ["metrics", "latest_metrics"]:
            database.executemany(
                f'INSERT INTO {table} ("key", value, timestamp, run_uuid, step, is_nan) VALUES (?, ?, ?, ?, 0, 0)', values
            )
        database.executemany(
            'INSERT INTO params ("key", value, run_uuid) VALUES (?, ?, ?)',
            ((f"param_{k}", f"value_{i * (k + 3) % 97}", id) for i, id in zip(part, ids) for k in range(params)),
        )
        database.executemany(
            'INSERT INTO tags ("key", value, run_uuid) VALUES (?, ?, ?)',
            [(f"tag_{t}", f"text_{i * (t + 5) % 11}", id) for i, id in zip(part, ids) for t in range(tags)]
            + [("mlflow.runName", f"run_{i:07}", id) for i, id in zip(part, ids)],
        )
        database.commit()
    print(experiment)


if __name__ == "__main__":
    main()
