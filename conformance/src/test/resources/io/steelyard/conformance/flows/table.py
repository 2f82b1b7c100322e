"""A table that grows by logging, and is loaded again."""

import mlflow
import pandas
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="one") as one:
        mlflow.log_table({"input": ["a", "b"], "output": ["x", "y"]}, "eval.json")
        mlflow.log_table(pandas.DataFrame({"input": ["c"], "output": ["z"]}), "eval.json")
    with mlflow.start_run(run_name="two") as two:
        mlflow.log_table({"input": ["d"], "output": ["w"]}, "eval.json")
    note("tag", client.get_run(one.info.run_id).data.tags["mlflow.loggedArtifacts"])
    note("rows of one", mlflow.load_table("eval.json", run_ids=[one.info.run_id]))
    both = mlflow.load_table("eval.json", extra_columns=["run_id"])
    note("rows of both", both.sort_values("input"))
    note("files", [f.path for f in client.list_artifacts(two.info.run_id)])
