"""A run with children, as a search for parameters leaves it; and runs that fail, go on or are named."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="parent", description="all of them", tags={"kind": "sweep"}) as parent:
        for depth in range(2):
            with mlflow.start_run(run_name=f"child {depth}", nested=True) as child:
                mlflow.log_param("depth", depth)
                mlflow.log_metric("score", depth / 2)
                with mlflow.start_run(run_name=f"grandchild {depth}", nested=True):
                    mlflow.log_metric("score", 1)
        note("parent while it runs", client.get_run(parent.info.run_id))
    note("parent", client.get_run(parent.info.run_id))
    note("child", client.get_run(child.info.run_id))
    note("parent of child", mlflow.get_parent_run(child.info.run_id).info.run_id)
    children = mlflow.search_runs(
        filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'", order_by=["metrics.score DESC"], output_format="list"
    )
    note("children", [run.info.run_name for run in children])

    try:
        with mlflow.start_run(run_name="fails") as failed:
            raise ValueError("on purpose")
    except ValueError:
        note("failed run", client.get_run(failed.info.run_id).info)
    with mlflow.start_run(run_id=failed.info.run_id):
        mlflow.log_metric("later", 1)
    note("gone on", client.get_run(failed.info.run_id))
    with mlflow.start_run() as unnamed:
        pass
    note("unnamed", client.get_run(unnamed.info.run_id))

    made = client.create_run(parent.info.experiment_id, start_time=1234, tags={"a": "b"}, run_name="by client")
    note("by client", made)
    client.update_run(made.info.run_id, status="SCHEDULED", name="another name")
    note("updated", client.get_run(made.info.run_id))
    client.set_tag(made.info.run_id, "mlflow.runName", "named by tag")
    note("named by tag", client.get_run(made.info.run_id).info.run_name)
    client.set_terminated(made.info.run_id, "KILLED", 5678)
    note("killed", client.get_run(made.info.run_id).info)
    note.error("no such run", lambda: client.get_run("0" * 32))
    note.error("no such experiment", lambda: client.create_run("987654"))
    note.error(
        "two names",
        lambda: client.create_run(parent.info.experiment_id, tags={"mlflow.runName": "one"}, run_name="two"),
    )
