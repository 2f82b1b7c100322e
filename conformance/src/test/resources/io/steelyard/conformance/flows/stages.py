"""Stages: none, staging, production, archived; and the latest version of each."""

from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    name = at.name("model")
    client.create_registered_model(name)
    for _ in range(5):
        client.create_model_version(name, "s3://bucket/model")

    def stages():
        return sorted([v.version, v.current_stage] for v in client.search_model_versions(f"name = '{name}'"))

    def latest(*asked):
        return sorted([v.version, v.current_stage] for v in client.get_latest_versions(name, list(asked) or None))

    note("at first", stages())
    note("moved", client.transition_model_version_stage(name, "1", "Production"))
    client.transition_model_version_stage(name, "2", "staging")
    client.transition_model_version_stage(name, "3", "PRODUCTION")
    note("two in production", stages())
    note("latest of all", latest())
    note("latest in production", latest("Production"))
    note("latest of none", latest("None", "archived"))
    client.transition_model_version_stage(name, "4", "Production", archive_existing_versions=True)
    note("others archived", stages())
    note("latest after it", latest())
    note.error("archives nothing", lambda: client.transition_model_version_stage(name, "2", "Archived", True))
    note.error("no such stage", lambda: client.transition_model_version_stage(name, "2", "Limbo"))
    note.error("no such latest", lambda: client.get_latest_versions(name, ["Limbo"]))
    note.error("no such model", lambda: client.get_latest_versions(at.name("none")))
    note("of the model", sorted([v.version, v.current_stage] for v in client.get_registered_model(name).latest_versions))
