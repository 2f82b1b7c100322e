"""Makes a small MLflow store, with MLflow itself.

    python make.py sql FOLDER     FOLDER/mlflow.db, and FOLDER/store.sql: its tables as text
    python make.py files FOLDER   FOLDER/mlruns

In what is committed beside this script, made with MLflow 3.17.2, the folder's own path is written @ROOT@.
"""

import os
import pathlib
import sqlite3
import sys

TABLES = """experiments experiment_tags runs metrics params tags datasets inputs input_tags logged_models
    logged_model_params logged_model_tags logged_model_metrics registered_models registered_model_tags
    registered_model_aliases model_versions model_version_tags""".split()


def fill(uri, folder):
    import mlflow
    from mlflow.data.http_dataset_source import HTTPDatasetSource
    from mlflow.data.meta_dataset import MetaDataset

    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = mlflow.MlflowClient()
    experiment = client.create_experiment("flights", tags={"team": "risk"})
    (folder / "note.txt").write_text("hello")
    with mlflow.start_run(experiment_id=experiment, run_name="first", tags={"kind": "trial"}) as run:
        mlflow.log_params({"rate": 0.1, "tree/depth": 3})
        for step in range(5):
            client.log_metric(run.info.run_id, "loss", 1 / (step + 1), timestamp=1000 + step, step=step)
        client.log_metric(run.info.run_id, "nothing", float("nan"), timestamp=5, step=1)
        mlflow.log_artifact(folder / "note.txt", "sub")
        mlflow.log_input(MetaDataset(HTTPDatasetSource("http://example.com/data"), name="rows"), context="training")
    (folder / "note.txt").unlink()
    with mlflow.start_run(experiment_id=experiment, run_name="gone") as gone:
        client.log_metric(gone.info.run_id, "loss", 9, timestamp=1, step=0)
    client.delete_run(gone.info.run_id)
    client.create_registered_model("weigher", tags={"t": "v"}, description="weighs flights")
    for i in range(3):
        source = f"{run.info.artifact_uri}/sub"
        client.create_model_version(
            "weigher", source, run_id=run.info.run_id, tags={"n": str(i + 1)}, description=f"number {i + 1}")
    client.delete_model_version("weigher", "2")
    client.transition_model_version_stage("weigher", "1", "Production")
    client.transition_model_version_stage("weigher", "3", "Staging")
    client.set_registered_model_alias("weigher", "champion", "3")
    model = client.create_logged_model(
        experiment, name="lm", source_run_id=run.info.run_id, params={"p": "1"}, tags={"x": "y"})
    client.log_metric(run.info.run_id, "acc", 0.5, timestamp=7, step=1, model_id=model.model_id)
    client.finalize_logged_model(model.model_id, "READY")


def dump(database, target):
    with sqlite3.connect(database) as db, open(target, "w") as out:
        for table in TABLES:
            columns = [row[1:3] for row in db.execute(f"pragma table_info({table})")]
            out.write(f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns)});\n")
            for row in db.execute(f"select * from {table}"):
                values = ", ".join("null" if v is None else repr(v) if not isinstance(v, str)
                                   else "'" + v.replace("'", "''") + "'" for v in row)
                out.write(f"insert into {table} values ({values});\n")


if __name__ == "__main__":
    kind, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    root.mkdir(parents=True, exist_ok=True)
    os.chdir(root)
    if kind == "sql":
        fill(f"sqlite:///{root}/mlflow.db", root)
        dump(root / "mlflow.db", root / "store.sql")
    else:
        os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
        fill(f"file://{root}/mlruns", root)
