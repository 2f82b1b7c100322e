"""A booster of XGBoost: logged twice under one registered name, and asked through each version."""

import mlflow
import numpy
import xgboost
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    rows = numpy.arange(40.0).reshape(20, 2) % 7
    labels = (rows[:, 0] > rows[:, 1]).astype(float)
    name = at.name("model")
    versions = []
    for depth in [1, 3]:
        booster = xgboost.train(
            {"max_depth": depth, "objective": "binary:logistic", "nthread": 1}, xgboost.DMatrix(rows, labels), 5
        )
        with mlflow.start_run(run_name=f"depth {depth}"):
            info = mlflow.xgboost.log_model(
                booster, name="booster", registered_model_name=name, pip_requirements=["xgboost"], model_format="json"
            )
            versions.append(info.registered_model_version)
    note("versions", versions)
    for version in versions:
        loaded = mlflow.pyfunc.load_model(f"models:/{name}/{version}")
        note(f"scores of {version}", loaded.predict(rows[:4]))
    found = client.search_model_versions(f"name = '{name}'")
    note("found", [[v.version, v.source] for v in found])
    note("its versions by tag", client.get_logged_model(info.model_id).tags["mlflow.modelVersions"])
