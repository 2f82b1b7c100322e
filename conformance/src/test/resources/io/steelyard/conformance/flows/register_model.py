"""A model that is registered after its run, from the run's address and from the logged model's."""

import mlflow
from mlflow import MlflowClient
from mlflow.pyfunc import PythonModel


class Twice(PythonModel):
    def predict(self, context, model_input: list[float]) -> list[float]:
        return [2 * x for x in model_input]


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="train") as run:
        info = mlflow.pyfunc.log_model(name="twice", python_model=Twice(), pip_requirements=["numpy"])
    name = at.name("model")
    note("from run", mlflow.register_model(f"runs:/{run.info.run_id}/twice", name, tags={"from": "run"}))
    note("from model", mlflow.register_model(info.model_uri, name, tags={"from": "model"}))
    note("registered", client.get_registered_model(name))
    note("answer", mlflow.pyfunc.load_model(f"models:/{name}/2").predict([1.5, 2.0]))
    note("from elsewhere", client.create_model_version(name, "s3://bucket/model", description="far away"))
    note.error("from nothing", lambda: mlflow.register_model(f"runs:/{'0' * 32}/model", name))
    note.error("from a file of the server", lambda: client.create_model_version(name, "file:///etc"))
    note.error("from a path", lambda: client.create_model_version(name, "/etc/passwd"))
    note.error("from above", lambda: client.create_model_version(name, "mlflow-artifacts:/0/../../etc"))
    note.error("from above, hidden", lambda: client.create_model_version(name, "mlflow-artifacts:/0/%2e%2e/etc"))
