"""Aliases: set, moved, read, deleted and refused."""

from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    name = at.name("model")
    client.create_registered_model(name)
    for _ in range(3):
        client.create_model_version(name, "s3://bucket/model")
    client.set_registered_model_alias(name, "champion", "1")
    client.set_registered_model_alias(name, "Challenger_2-x", "2")
    note("model", client.get_registered_model(name))
    note("version", client.get_model_version(name, "1"))
    note("by alias", client.get_model_version_by_alias(name, "champion"))
    client.set_registered_model_alias(name, "champion", "2")
    note("moved", client.get_model_version_by_alias(name, "champion").version)
    note("two aliases", sorted(client.get_model_version(name, "2").aliases))
    note("latest", client.get_model_version_by_alias(name, "latest").version)
    client.delete_registered_model_alias(name, "Challenger_2-x")
    client.delete_registered_model_alias(name, "Challenger_2-x")
    note("one left", client.get_registered_model(name).aliases)
    note.error("no such alias", lambda: client.get_model_version_by_alias(name, "none"))
    for alias in ["latest", "v1", "V12", "a b", "", "a" * 256]:
        note.error(f"refused: {alias[:10]}", lambda: client.set_registered_model_alias(name, alias, "1"))
    note.error("no such version", lambda: client.set_registered_model_alias(name, "x", "9"))
    note.error("no such model", lambda: client.set_registered_model_alias(at.name("none"), "x", "1"))
    client.delete_model_version(name, "2")
    note("gone with its version", client.get_registered_model(name).aliases)
