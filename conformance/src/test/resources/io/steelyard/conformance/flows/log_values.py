"""Parameters, metrics and tags, one by one and many at once, and what a server refuses."""

import math

import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="values") as run:
        id = run.info.run_id
        mlflow.log_param("depth", 3)
        mlflow.log_params({"rate": 0.1, "names": ["a", "b"], "none": None, "flag": True, "empty": "", "ключ": "значение"})
        mlflow.log_param("depth", 3)
        note.error("another value", lambda: client.log_param(id, "depth", 4))
        mlflow.log_metric("loss", 0.5)
        mlflow.log_metric("loss", 0.25, step=1)
        mlflow.log_metric("loss", 0.75, step=-3)
        mlflow.log_metrics({"a/b": 1, "with space": 2.5e-300, "c.d-e_f": -1.7e308, "whole": 12345678901234567}, step=4)
        mlflow.log_metrics({"nan": math.nan, "inf": math.inf, "-inf": -math.inf, "zero": -0.0})
        mlflow.set_tag("one", 1)
        mlflow.set_tags({"two": "2", "mlflow.note.content": "*note*", "long": "t" * 9000, "empty": ""})
        mlflow.set_tag("one", "overwritten")
        mlflow.delete_tag("two")
        note.error("deleted twice", lambda: mlflow.delete_tag("two"))
        client.log_batch(
            id,
            metrics=[Metric("batch", value, 1000 + step, step) for step, value in enumerate([3.0, 1.0, 2.0])],
            params=[Param("long", "p" * 6500), Param("batch", "yes")],
            tags=[RunTag("batch", "yes")],
        )
        client.log_batch(id, metrics=[Metric(f"many {i:03}", i, 1, 0) for i in range(300)])
        note("run", client.get_run(id))
        for key in ["loss", "nan", "inf", "batch"]:
            note(f"history of {key}", client.get_metric_history(id, key))
        note("history of none", client.get_metric_history(id, "none"))

        note.error("bad key", lambda: client.log_metric(id, "a:b?", 1))
        note.error("up key", lambda: client.log_param(id, "../up", 1))
        note.error("long key", lambda: client.log_param(id, "k" * 251, 1))
        note.error("text metric", lambda: client.log_metric(id, "text", "abc"))
        note.error("twice in a batch", lambda: client.log_batch(id, params=[Param("twice", "1"), Param("twice", "2")]))
        note.error("changed in a batch", lambda: client.log_batch(id, params=[Param("depth", "4")]))
        note.error("no such run", lambda: client.log_metric("0" * 32, "loss", 1))
        note("run after refusals", client.get_run(id).data.params)
