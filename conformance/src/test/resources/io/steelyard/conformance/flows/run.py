"""Runs flows of the unmodified MLflow client against a server and writes down what the client saw.

    python run.py SERVER_URI ANSWERS.json [steelyard|mlflow] [FLOW…]

Each flow is a file beside this one with a function flow(note, at). `at.name(text)` gives a name of the flow's own, `at.folder` an empty folder.
What a flow notes is made comparable between two servers by notes.py. Its requests, without their number and order, are noted too.
"""

import importlib
import json
import os
import random
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path

# The flows, in order: experiments get the same numbers on every server.
FLOWS = [
    "set_experiment",
    "nested_runs",
    "log_values",
    "metric_history",
    "log_inputs",
    "artifacts",
    "table",
    "sklearn_model",
    "xgboost_model",
    "autolog_sklearn",
    "autolog_xgboost",
    "register_model",
    "registered_models",
    "stages",
    "aliases",
    "copy_version",
    "logged_models",
    "search_runs",
    "search_experiments",
    "search_registry",
    "async_logging",
    "delete_restore",
    "prompts",
    "webhooks",
    "search_with_or",
]

HERE = Path(__file__).parent


class Place:
    """Where a flow works."""

    def __init__(self, flow, folder, server):
        self.flow = flow
        self.folder = Path(folder)
        self.server = server

    def name(self, text):
        return f"{self.flow} {text}"


def run(name, server, side):
    import mlflow
    from notes import Notes

    module = importlib.import_module(name)
    if side == "mlflow" and getattr(module, "STEELYARD_ONLY", False):
        return None
    note = Notes(server)
    started = time.time()
    random.seed(7)
    with tempfile.TemporaryDirectory() as folder, note.listening():
        try:
            mlflow.set_experiment(experiment_name=name)
            module.flow(note, Place(name, folder, server))
        except Exception as e:
            note("flow failed", [f"{type(e).__name__}: {e}", *traceback.format_tb(e.__traceback__, 2)[1:]])
        finally:
            while mlflow.active_run():
                mlflow.end_run()
    note.requests()
    print(f"{name}: {time.time() - started:.1f} s", file=sys.stderr, flush=True)
    return note.taken


def main():
    server, answers, side, *asked = sys.argv[1:]
    warnings.simplefilter("ignore")
    os.environ["MLFLOW_TRACKING_URI"] = server
    os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0"
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    sys.path.insert(0, str(HERE))
    noted = {name: run(name, server, side) for name in asked or FLOWS}
    Path(answers).write_text(json.dumps(noted, indent=1))


if __name__ == "__main__":
    main()
