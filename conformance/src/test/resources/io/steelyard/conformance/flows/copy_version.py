"""A version that is copied to another registered model, and copied on from there."""

from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    one, two = at.name("one"), at.name("two")
    client.create_registered_model(one)
    client.create_model_version(one, "s3://bucket/model", tags={"a": "b"}, description="the first")
    note("copied", client.copy_model_version(f"models:/{one}/1", two))
    note("copied on", client.copy_model_version(f"models:/{two}/1", at.name("three")))
    note("copied again", client.copy_model_version(f"models:/{one}/1", two).version)
    note("place", client.get_model_version_download_uri(two, "1"))
    note("place of the copy's copy", client.get_model_version_download_uri(at.name("three"), "1"))
    client.set_registered_model_alias(one, "best", "1")
    note("by alias", client.copy_model_version(f"models:/{one}@best", two).version)
    note.error("no such version", lambda: client.copy_model_version(f"models:/{one}/9", two))
