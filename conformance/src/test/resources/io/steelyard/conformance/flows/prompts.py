"""Prompts, which the client keeps as registered models with tags; searches for models leave them out."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    name = "prompts-greeting"
    mlflow.genai.register_prompt(name, "Hello, {{name}}!", commit_message="first", tags={"language": "en"})
    mlflow.genai.register_prompt(name, "Good day, {{name}}!")
    mlflow.genai.set_prompt_alias(name, "best", 1)
    note("by alias", mlflow.genai.load_prompt(f"prompts:/{name}@best").template)
    note("formatted", mlflow.genai.load_prompt(name, version=2).format(name="Ada"))
    note("tags", mlflow.genai.load_prompt(name, version=1).tags)
    note("no model", [m.name for m in client.search_registered_models("name LIKE 'prompts-%'")])
    note("as a model", [m.name for m in client.search_registered_models("tags.`mlflow.prompt.is_prompt` = 'true'")])
    note("found", [p.name for p in mlflow.genai.search_prompts(f"name = '{name}'")])
    note.error("no such prompt", lambda: mlflow.genai.load_prompt("prompts-none", version=1))
