"""Histories: of many points, of points that come in no order, of the same point twice."""

import mlflow
import requests
from mlflow import MlflowClient
from mlflow.entities import Metric


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="history") as run:
        id = run.info.run_id
        points = [Metric("loss", (i * 37 % 1000) / 1000, 1_000_000 + i * 7919 % 1000, i % 500) for i in range(1000)]
        client.log_batch(id, metrics=points)
        client.log_batch(id, metrics=points)
        history = client.get_metric_history(id, "loss")
        note("points", len(history))
        note("history", [(p.timestamp, p.step, p.value) for p in history])
        note("latest", client.get_run(id).data.metrics)
        for step, timestamp, value in [(1, 50, 5.0), (1, 50, 7.0), (1, 60, 1.0), (1, 60, float("nan")), (0, 99, 9.0)]:
            client.log_metric(id, "latest", value, timestamp, step)
            note(f"latest after {step} {timestamp} {value}", client.get_run(id).data.metrics["latest"])

    def get(path, **query):
        answer = requests.get(at.server + path, params=query)
        return {"status": answer.status_code, "answer": answer.json()}

    path = "/api/2.0/mlflow/metrics/get-history"
    note("two", get(path, run_id=id, metric_key="loss", max_results=2)["answer"]["metrics"])
    page = get(path, run_id=id, metric_key="loss", max_results=600)["answer"]
    rest = get(path, run_id=id, metric_key="loss", max_results=600, page_token=page["next_page_token"])["answer"]
    note("second page", [p["value"] for p in rest["metrics"]])
    note("end of pages", rest.get("next_page_token", ""))
    bulk = "/ajax-api/2.0/mlflow/metrics/get-history-bulk"
    note("bulk", get(bulk, run_id=[id], metric_key="latest", max_results=3))
    interval = "/ajax-api/2.0/mlflow/metrics/get-history-bulk-interval"
    note("interval", get(interval, run_ids=[id], metric_key="loss", max_results=10))
    note("part", get(interval, run_ids=[id], metric_key="loss", max_results=10, start_step=100, end_step=104))
    note("bad token", get(path, run_id=id, metric_key="loss", max_results=2, page_token="abc")["status"])
