"""OR, NOT and parentheses, in all five searches. MLflow's server has none of them, so that what is right stands here."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag

STEELYARD_ONLY = True


def flow(note, at):
    client = MlflowClient()
    experiment = mlflow.create_experiment(at.name("runs"))
    for i in range(6):
        run = client.create_run(experiment, run_name=str(i), start_time=1000 + i)
        client.log_batch(
            run.info.run_id, [Metric("m", i, 1, 0)], [Param("p", str(i % 2))], [RunTag("t", "x")] if i < 2 else []
        )
        client.create_registered_model(at.name(str(i)), tags={"p": str(i % 2)})
        client.create_model_version(at.name(str(i)), "s3://bucket/model", tags={"p": str(i % 2)})
        mlflow.create_experiment(at.name(str(i)), tags={"p": str(i % 2)})
        client.create_logged_model(experiment, name=str(i), params={"p": str(i % 2)})

    def numbers(names):
        return "".join(sorted(name[-1] for name in names))

    for filter, expected in {
        "metrics.m < 1 OR metrics.m > 4": "05",
        "metrics.m < 1 or params.p = '1' and metrics.m > 2": "035",
        "(metrics.m < 1 or params.p = '1') and metrics.m > 2": "35",
        "NOT metrics.m < 4": "45",
        "not (metrics.m < 1 or metrics.m > 1)": "1",
        "NOT tags.t = 'x'": "2345",
        "((params.p = '0'))": "024",
        "NOT NOT params.p = '0'": "024",
    }.items():
        found = numbers(run.info.run_name for run in client.search_runs([experiment], filter))
        assert found == expected, f"{filter}: {found} instead of {expected}"
    one, two = at.name("1"), at.name("2")
    for search in [client.search_registered_models, client.search_model_versions, client.search_experiments]:
        for filter, expected in {
            f"name = '{one}' OR name = '{two}'": "12",
            f"name LIKE '{at.flow} _' AND NOT (tags.p = '1' OR name = '{two}')": "04",
        }.items():
            found = numbers(x.name for x in search(filter_string=filter))
            assert found == expected, f"{search.__name__} {filter}: {found} instead of {expected}"
    found = client.search_logged_models([experiment], "params.p = '1' AND NOT (name = '3') OR name = '0'")
    assert numbers(m.name for m in found) == "015"
