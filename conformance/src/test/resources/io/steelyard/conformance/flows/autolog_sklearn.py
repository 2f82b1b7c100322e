"""What scikit-learn's autologging leaves: of a fit, and of a search for parameters with child runs."""

import mlflow
from mlflow import MlflowClient
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV


def flow(note, at):
    client = MlflowClient()
    rows, labels = load_iris(return_X_y=True, as_frame=True)
    mlflow.sklearn.autolog(log_models=True, log_datasets=True, silent=True, registered_model_name=at.name("model"))
    try:
        with mlflow.start_run(run_name="fit") as fit:
            model = LogisticRegression(max_iter=200).fit(rows, labels)
            model.score(rows, labels)
        mlflow.sklearn.autolog(log_models=False, log_datasets=False, silent=True, max_tuning_runs=2)
        with mlflow.start_run(run_name="search") as search:
            GridSearchCV(LogisticRegression(max_iter=200), {"C": [0.5, 1.0, 2.0]}, cv=2).fit(rows, labels)
    finally:
        mlflow.sklearn.autolog(disable=True)
    for run in [fit, search]:
        data = client.get_run(run.info.run_id).data
        note(f"params of {run.info.run_name}", data.params)
        note(f"metrics of {run.info.run_name}", {k: v for k, v in data.metrics.items() if not k.endswith("_time")})
        note(f"tags of {run.info.run_name}", data.tags)
        note(f"files of {run.info.run_name}", sorted(f.path for f in client.list_artifacts(run.info.run_id)))
    inputs = client.get_run(fit.info.run_id).inputs.dataset_inputs
    note("data", [[i.dataset.name, i.dataset.digest, i.tags[0].value] for i in inputs])
    models = mlflow.search_logged_models(output_format="list")
    note("models", [[m.name, m.status, m.model_type, m.params, sorted({x.key for x in m.metrics or []})] for m in models])
    children = mlflow.search_runs(
        filter_string=f"tags.mlflow.parentRunId = '{search.info.run_id}'", order_by=["params.C"], output_format="list"
    )
    note("children", [[c.data.params["C"], c.data.metrics["mean_test_score"]] for c in children])
    note("predicts", mlflow.pyfunc.load_model(f"models:/{at.name('model')}/1").predict(rows.iloc[::50]))
