"""Data sets that a run read: of pandas, of numpy, of a file's address, with a context; and a model that it read."""

import mlflow
import numpy
import pandas
import requests
from mlflow import MlflowClient
from mlflow.data.meta_dataset import MetaDataset
from mlflow.data.http_dataset_source import HTTPDatasetSource


def flow(note, at):
    client = MlflowClient()
    table = pandas.DataFrame({"x": [1.0, 2.0, 3.0], "text": ["a", "b", "c"], "y": [0, 1, 0]})
    frame = mlflow.data.from_pandas(table, source="https://example.org/table.csv", name="table", targets="y")
    array = mlflow.data.from_numpy(numpy.arange(12.0).reshape(3, 4), targets=numpy.array([1, 2, 3]), name="array")
    remote = MetaDataset(HTTPDatasetSource("https://example.org/far.csv"), name="far")
    with mlflow.start_run(run_name="first") as first:
        mlflow.log_input(frame, context="training", tags={"part": "one"})
        mlflow.log_input(frame, context="training")
        mlflow.log_input(array, context="validation")
        mlflow.log_inputs([remote, array], contexts=["test", None], tags_list=[None, {"k": "v"}])
    with mlflow.start_run(run_name="second") as second:
        mlflow.log_input(frame, context="training")
        model = mlflow.initialize_logged_model(name="made")
        client.log_inputs(second.info.run_id, models=[mlflow.entities.LoggedModelInput(model.model_id)])
    for run in [first, second]:
        inputs = client.get_run(run.info.run_id).inputs
        note(
            run.info.run_name,
            sorted(
                [[i.dataset.name, i.dataset.digest, i.dataset.source_type, i.dataset.source, i.dataset.schema,
                  i.dataset.profile, sorted([t.key, t.value] for t in i.tags)] for i in inputs.dataset_inputs]
            ),
        )
        note(f"models of {run.info.run_name}", inputs.model_inputs)
    found = mlflow.search_runs(filter_string="dataset.name = 'table' and dataset.context = 'training'", output_format="list")
    note("found by data set", sorted(run.info.run_name for run in found))
    found = mlflow.search_runs(filter_string=f"dataset.digest = '{array.digest}'", output_format="list")
    note("found by digest", [run.info.run_name for run in found])
    summaries = requests.post(
        at.server + "/ajax-api/2.0/mlflow/experiments/search-datasets",
        json={"experiment_ids": [first.info.experiment_id]},
    ).json()["dataset_summaries"]
    note("summaries", sorted([s.get("name"), s.get("digest"), s.get("context", "")] for s in summaries))
