"""A model of scikit-learn: logged and registered at once, found by alias, loaded and asked."""

import mlflow
import pandas
from mlflow import MlflowClient
from sklearn.linear_model import LogisticRegression


def flow(note, at):
    client = MlflowClient()
    rows = pandas.DataFrame({"a": [0.0, 1.0, 2.0, 3.0], "b": [1.0, 0.0, 1.0, 0.0]})
    model = LogisticRegression(C=3.0).fit(rows, [0, 0, 1, 1])
    name = at.name("model")
    with mlflow.start_run(run_name="train") as run:
        mlflow.log_metric("accuracy", 0.75, step=2)
        mlflow.log_param("C", 3.0)
        info = mlflow.sklearn.log_model(
            model,
            name="classifier",
            input_example=rows.head(2),
            registered_model_name=name,
            pip_requirements=["scikit-learn"],
            params={"solver": "lbfgs"},
            tags={"kind": "linear"},
            step=2,
        )
        mlflow.log_metric("checkpoint", 0.5, model_id=info.model_id)
    note("info", [info.registered_model_version, info.name, info.model_uri, info.flavors.keys()])
    note("run", client.get_run(run.info.run_id))
    note("logged model", client.get_logged_model(info.model_id))
    note("files", sorted(f.path for f in mlflow.artifacts.list_artifacts(f"models:/{info.model_id}")))
    version = client.get_model_version(name, "1")
    note("version", version)
    note("registered", client.get_registered_model(name))
    note("place", client.get_model_version_download_uri(name, "1"))

    client.set_registered_model_alias(name, "champion", 1)
    for address in [f"models:/{name}@champion", f"models:/{name}/1", f"models:/{name}/latest",
                    f"models:/{info.model_id}", f"runs:/{run.info.run_id}/classifier"]:
        note(f"loaded from {address.replace(info.model_id, 'its id')}", mlflow.sklearn.load_model(address).predict(rows))
    loaded = mlflow.pyfunc.load_model(f"models:/{name}@champion")
    note("signature", loaded.metadata.signature.to_dict())
    note("pyfunc", loaded.predict(rows))
    note("described", [mlflow.models.get_model_info(f"models:/{name}@champion").model_id == info.model_id])
    note.error("no such alias", lambda: mlflow.pyfunc.load_model(f"models:/{name}@nobody"))
    note.error("no such version", lambda: mlflow.pyfunc.load_model(f"models:/{name}/7"))
