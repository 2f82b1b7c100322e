"""What XGBoost's autologging leaves of a training with early stopping."""

import mlflow
import xgboost
from mlflow import MlflowClient
from sklearn.datasets import load_breast_cancer


def flow(note, at):
    client = MlflowClient()
    rows, labels = load_breast_cancer(return_X_y=True, as_frame=True)
    train = xgboost.DMatrix(rows[:400], labels[:400])
    test = xgboost.DMatrix(rows[400:], labels[400:])
    mlflow.xgboost.autolog(silent=True, importance_types=["weight"], model_format="json")
    try:
        with mlflow.start_run(run_name="train") as run:
            xgboost.train(
                {"objective": "binary:logistic", "eval_metric": ["logloss", "auc"], "nthread": 1, "max_depth": 2},
                train,
                30,
                evals=[(train, "train"), (test, "test")],
                early_stopping_rounds=5,
                verbose_eval=False,
            )
    finally:
        mlflow.xgboost.autolog(disable=True)
    done = client.get_run(run.info.run_id)
    note("params", done.data.params)
    note("metrics", {k: round(v, 6) for k, v in done.data.metrics.items()})
    note("tags", done.data.tags)
    note("history", [[p.step, round(p.value, 6)] for p in client.get_metric_history(run.info.run_id, "test-auc")])
    note("files", sorted(f.path for f in client.list_artifacts(run.info.run_id)))
    note("data", [[i.dataset.name, i.dataset.digest, i.tags[0].value] for i in done.inputs.dataset_inputs])
    note("outputs", done.outputs)
    model = mlflow.search_logged_models(output_format="list")[0]
    note("model", [model.name, model.status, model.source_run_id == run.info.run_id])
    note("metrics of the model", sorted({x.key for x in model.metrics or []}))
    note("scores", [round(float(p), 6) for p in mlflow.pyfunc.load_model(model.model_uri).predict(rows[:3])])
