"""Values that the client logs in the background."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="background") as run:
        for step in range(200):
            mlflow.log_metric("loss", 1 / (1 + step), step=step, timestamp=1000 + step, synchronous=False)
        mlflow.log_params({f"p{i}": i for i in range(30)}, synchronous=False)
        done = mlflow.set_tags({"a": "b"}, synchronous=False)
        done.wait()
        mlflow.flush_async_logging()
        mlflow.config.enable_async_logging(True)
        mlflow.log_metric("more", 1)
        mlflow.flush_async_logging()
        mlflow.config.enable_async_logging(False)
    data = client.get_run(run.info.run_id).data
    note("metrics", data.metrics)
    note("params", data.params)
    note("tag", data.tags["a"])
    note("history", [[p.step, p.value] for p in client.get_metric_history(run.info.run_id, "loss")])
