"""Experiments: found or made by name, with tags, renamed, and refused."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    note("default", client.get_experiment("0"))
    made = mlflow.set_experiment(at.name("new"))
    note("made", made)
    note("found again", mlflow.set_experiment(at.name("new")))
    note("by id", mlflow.set_experiment(experiment_id=made.experiment_id).name)
    note("by name", mlflow.get_experiment_by_name(at.name("new")))
    note("no such name", mlflow.get_experiment_by_name(at.name("none")))
    mlflow.set_experiment_tag("team", "blue")
    mlflow.set_experiment_tags({"team": "red", "mlflow.note.content": "a note\nof two lines", "ключ": "значение"})
    note("with tags", mlflow.get_experiment(made.experiment_id))
    client.delete_experiment_tag(made.experiment_id, "team")
    note("without a tag", mlflow.get_experiment(made.experiment_id).tags)
    client.rename_experiment(made.experiment_id, at.name("renamed"))
    note("renamed", mlflow.get_experiment(made.experiment_id).name)
    own = mlflow.create_experiment(at.name("with tags"), tags={"a": "1"})
    note("created", mlflow.get_experiment(own))
    note("another place", mlflow.get_experiment(mlflow.create_experiment(at.name("elsewhere"), "s3://bucket/runs")))
    note.error("name taken", lambda: mlflow.create_experiment(at.name("renamed")))
    note.error("empty name", lambda: mlflow.create_experiment(""))
    note.error("long name", lambda: mlflow.create_experiment("n" * 501))
    note.error("no such id", lambda: mlflow.get_experiment("987654"))
    note.error("no number", lambda: mlflow.get_experiment("abc"))
    note.error("missing tag", lambda: client.delete_experiment_tag(made.experiment_id, "team"))
    note.error("long tag", lambda: mlflow.set_experiment_tag("long", "v" * 5001))
    note.error("long key", lambda: mlflow.set_experiment_tag("k" * 251, "v"))
