"""Webhooks: made, listed, changed, deleted and refused. Nothing is sent: no event happens while one is active."""

from mlflow import MlflowClient


def seen(webhook):
    return [webhook.name, webhook.url, webhook.status, webhook.description, [str(event) for event in webhook.events]]


def flow(note, at):
    client = MlflowClient()
    made = client.create_webhook(
        name="on-version",
        url="https://8.8.8.8/hook",
        events=["model_version.created", "registered_model.created"],
        description="tells",
        secret="s3cret",
        status="DISABLED",
    )
    note("made", seen(made))
    note("found", seen(client.get_webhook(made.webhook_id)))
    changed = client.update_webhook(made.webhook_id, name="renamed", events=["model_version_tag.set"])
    note("changed", seen(changed))
    note("listed", [[w.name, w.status] for w in client.list_webhooks()])
    note.error("no address", lambda: client.create_webhook("bad", "not a url", ["model_version.created"]))
    note.error("no event", lambda: client.create_webhook("bad", "https://8.8.8.8", []))
    client.delete_webhook(made.webhook_id)
    note("none left", len(client.list_webhooks()))
    note.error("deleted", lambda: client.get_webhook(made.webhook_id))
