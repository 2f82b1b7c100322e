"""Logged models: made, given params, metrics and tags, searched for with filters, orders and pages, and deleted."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    data = mlflow.data.from_numpy(__import__("numpy").arange(4.0), name="numbers")
    models = []
    with mlflow.start_run(run_name="train") as run:
        for i in range(6):
            model = mlflow.initialize_logged_model(
                name=f"model {i}",
                source_run_id=run.info.run_id,
                params={"size": str(i), "kind": "even" if i % 2 == 0 else "odd"},
                tags={"team": "blue" if i < 3 else "red"},
                model_type="tree" if i % 3 == 0 else "line",
            )
            mlflow.log_metric("score", (i * 5 % 6) / 10, step=1, model_id=model.model_id)
            mlflow.log_metric("score on data", i / 10, step=1, model_id=model.model_id, dataset=data)
            models.append(model)
    for i, model in enumerate(models):
        if i != 5:
            client.finalize_logged_model(model.model_id, "FAILED" if i == 4 else "READY")
    note("first", client.get_logged_model(models[0].model_id))
    note("unfinished", client.get_logged_model(models[5].model_id).status)
    client.set_logged_model_tags(models[0].model_id, {"team": "green", "new": "1"})
    client.delete_logged_model_tag(models[0].model_id, "new")
    note("tags", client.get_logged_model(models[0].model_id).tags)
    note.error("missing tag", lambda: client.delete_logged_model_tag(models[0].model_id, "new"))
    client.log_model_params(models[0].model_id, {"later": "yes"})
    note("params", client.get_logged_model(models[0].model_id).params)
    note.error("no such model", lambda: client.get_logged_model("m-" + "0" * 32))
    wide = mlflow.create_external_model(name="outside", params={f"p{i:03}": str(i) for i in range(150)})
    note("outside", [wide.status, len(client.get_logged_model(wide.model_id).params)])

    experiment = run.info.experiment_id

    def search(filter=None, order=None, datasets=None, **more):
        found = client.search_logged_models([experiment], filter, datasets, order_by=order, **more)
        return [m.name for m in found]

    by_name = [{"field_name": "name", "ascending": True}]
    for filter in [
        "name = 'model 1'",
        "name LIKE 'model%'",
        "name ILIKE 'MODEL%'",
        "name != 'model 1'",
        "name IN ('model 1', 'model 2')",
        "status = 'READY'",
        "status != 'READY'",
        "model_type = 'tree'",
        f"source_run_id = '{run.info.run_id}'",
        "creation_timestamp > 1000",
        "metrics.score > 0.2",
        "metrics.score > 0.2 AND params.kind = 'odd'",
        "metrics.`score on data` >= 0.3",
        "tags.team = 'red'",
        "tags.`team` != 'red'",
        "params.size = '3'",
        "attributes.name = 'model 2'",
    ]:
        note(filter.replace(run.info.run_id, "it"), search(filter, by_name))
    only = [{"dataset_name": "numbers", "dataset_digest": data.digest}]
    note("metric on data", search("metrics.`score on data` > 0.3", by_name, only))
    note("metric not on data", search("metrics.score > 0.3", by_name, only))
    note("by metric", search(order=[{"field_name": "metrics.score", "ascending": False}]))
    note("by metric on data", search(order=[{"field_name": "metrics.score on data", "ascending": True, **only[0]}]))
    note("newest first", search())
    names, token = [], None
    while True:
        page = client.search_logged_models([experiment], max_results=3, order_by=by_name, page_token=token)
        names.append([m.name for m in page])
        token = page.token or None
        if token is None:
            break
    note("pages", names)
    for filter in ["nonsense", "color = 'red'", "metrics.score = 'high'", "params.size > 3", "name = 'a' OR name = 'b'"]:
        note.error(filter, lambda: search(filter))
    client.delete_logged_model(models[1].model_id)
    note.error("deleted", lambda: client.get_logged_model(models[1].model_id))
    note("after deleting", search(order=by_name))
    note("outputs", [o.step for o in client.get_run(run.info.run_id).outputs.model_outputs])
