"""Runs and experiments that are deleted, refuse to be written, and come back."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType


def flow(note, at):
    client = MlflowClient()
    experiment = client.create_experiment(at.name("one"))
    kept, dropped = [client.create_run(experiment, run_name=name, start_time=1000).info.run_id for name in ["kept", "dropped"]]
    client.log_metric(dropped, "m", 1, 1, 0)
    client.delete_run(dropped)
    note("deleted run", client.get_run(dropped))
    client.delete_run(dropped)
    for name, call in {
        "metric": lambda: client.log_metric(dropped, "m", 1),
        "param": lambda: client.log_param(dropped, "p", 1),
        "tag": lambda: client.set_tag(dropped, "t", 1),
        "batch": lambda: client.log_batch(dropped, params=[mlflow.entities.Param("p", "1")]),
        "no tag": lambda: client.delete_tag(dropped, "t"),
        "end": lambda: client.set_terminated(dropped),
    }.items():
        note.error(f"deleted run refuses: {name}", call)
    note("history of a deleted run", client.get_metric_history(dropped, "m"))
    client.restore_run(dropped)
    client.restore_run(dropped)
    note("restored run", client.get_run(dropped).info.lifecycle_stage)
    client.log_metric(dropped, "m", 2, 2, 1)

    client.delete_experiment(experiment)
    note("deleted experiment", client.get_experiment(experiment))
    note("its run", client.get_run(kept).info.lifecycle_stage)
    note("by name", client.get_experiment_by_name(at.name("one")))
    note.error("deleted experiment refuses a run", lambda: client.create_run(experiment))
    note.error("deleted experiment refuses a name", lambda: client.rename_experiment(experiment, "x"))
    note.error("deleted experiment refuses a tag", lambda: client.set_experiment_tag(experiment, "a", "b"))
    note.error("its name is taken", lambda: client.create_experiment(at.name("one")))
    note.error("the client refuses it", lambda: mlflow.set_experiment(at.name("one")))
    note.error("deleted twice", lambda: client.delete_experiment(experiment))
    note("runs", [r.info.run_name for r in client.search_runs([experiment], run_view_type=ViewType.ALL, order_by=["run_name"])])
    client.restore_experiment(experiment)
    note("restored", client.get_experiment(experiment))
    note("its runs", [r.info.run_name for r in client.search_runs([experiment], order_by=["run_name"])])
    note.error("restored twice", lambda: client.restore_experiment(experiment))
    note.error("no such experiment", lambda: client.delete_experiment("987654"))
    note.error("no such run", lambda: client.delete_run("0" * 32))
    note.error("nor to restore", lambda: client.restore_run("0" * 32))
