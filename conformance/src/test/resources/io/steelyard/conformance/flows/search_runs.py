"""Search for runs: every kind of filter and order, pages, views, and what is refused."""

import math

import mlflow
import pandas
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag, ViewType

FILTERS = [
    "",
    "metrics.loss > 0.3",
    "metrics.loss >= 0.3 and metrics.loss < 0.6",
    "metrics.loss = 0.3",
    "metrics.loss != 0.3",
    "metric.loss <= 0.1",
    "metrics.`with space` > 1",
    'metrics."with space" > 1',
    "metrics.some > 0",
    "metrics.some < 1e3",
    "metrics.odd > -1",
    "metrics.none > 0",
    "params.depth = '3'",
    "params.depth != '3'",
    "params.depth LIKE '%1%'",
    "parameters.kind ILIKE 'EV%'",
    "params.kind LIKE 'EV%'",
    "params.`kind` = \"even\"",
    "params.rare IS NULL",
    "params.rare IS NOT NULL",
    "param.rare = 'x'",
    "tags.team = 'blue'",
    "tags.team != 'blue'",
    "tag.team LIKE 'b_ue'",
    "tags.rare IS NULL",
    "tags.rare IS NOT NULL",
    "tags.mlflow.runName = 'run 03'",
    "tags.`mlflow.runName` ILIKE '%RUN 0%'",
    "run_name = 'run 03'",
    "attributes.run_name LIKE 'run 0%'",
    "attr.`run name` = 'run 03'",
    "run_name != 'run 03'",
    "status = 'FINISHED'",
    "attributes.status != 'FINISHED'",
    "status = \"finished\"",
    "start_time > 5000",
    "attributes.start_time <= 5000 and end_time > 4000",
    "created > 5000",
    "user_id = 'nobody'",
    "artifact_uri LIKE 'mlflow-artifacts%'",
    "metrics.loss > 0.2 and params.kind = 'even' AND tags.team = 'red' and status = 'FINISHED'",
    "params.quote = 'it''s'",
    "params.percent = '100%'",
    "params.percent LIKE '100\\%'",
]

ORDERS = [
    [],
    ["metrics.loss"],
    ["metrics.loss ASC"],
    ["metrics.loss DESC"],
    ["metrics.odd DESC"],
    ["metrics.odd ASC"],
    ["metrics.some DESC", "metrics.loss ASC"],
    ["params.kind DESC", "params.depth"],
    ["params.rare"],
    ["tags.team", "attributes.start_time DESC"],
    ["tags.rare DESC"],
    ["attribute.start_time"],
    ["start_time DESC"],
    ["run_name DESC"],
    ["attributes.status", "end_time"],
    ["metrics.`with space` DESC"],
    ["metrics.none"],
]

REFUSED = [
    "nonsense",
    "loss > 0.3",
    "metrics.loss > 'high'",
    "metrics.loss",
    "metrics.loss > ",
    "metrics.loss LIKE '1%'",
    "params.depth > 3",
    "params.depth = 3",
    "params.depth = abc",
    "tags.team > 'a'",
    "attributes.color = 'red'",
    "status > 'FINISHED'",
    "start_time = 'now'",
    "start_time LIKE '5'",
    "colors.red = 'x'",
    "run_name IN ('run 01')",
    "metrics.loss > 0.3 and",
    "and metrics.loss > 0.3",
    "metrics.loss > 0.3 metrics.loss < 0.5",
    "'a' = 'a'",
    "params.depth = '3",
    "metrics.loss IS NULL",
    "run_id > 'a'",
    "metrics.loss > 0.3; metrics.loss < 0.5",
    "params. = '3'",
]


def fill(client, experiment):
    for i in range(20):
        run = client.create_run(experiment, start_time=1000 + (i * 7 % 20) * 500, run_name=f"run {i:02}")
        metrics = [Metric("loss", i / 20, 1, 0), Metric("with space", i % 3, 1, 0)]
        if i % 2:
            metrics.append(Metric("some", i % 4, 1, 0))
        odd = [math.nan, math.inf, -math.inf, 0.0, float(i)][i % 5]
        if i % 6:
            metrics.append(Metric("odd", odd, 1, 0))
        params = [Param("depth", str(i)), Param("kind", "odd" if i % 2 else "even")]
        if i == 4:
            params += [Param("rare", "x"), Param("quote", "it's"), Param("percent", "100%")]
        tags = [RunTag("team", "blue" if i % 3 else "red")]
        if i == 5:
            tags.append(RunTag("rare", "y"))
        client.log_batch(run.info.run_id, metrics, params, tags)
        if i % 4:
            client.set_terminated(run.info.run_id, "FAILED" if i % 4 == 3 else "FINISHED", 3000 + i * 500)
        if i == 19:
            client.delete_run(run.info.run_id)
    return run


def flow(note, at):
    client = MlflowClient()
    experiment = mlflow.create_experiment(at.name("runs"))
    last = fill(client, experiment)

    def names(filter="", order=(), view=ViewType.ACTIVE_ONLY, **more):
        return [run.info.run_name for run in client.search_runs([experiment], filter, view, order_by=list(order), **more)]

    for filter in FILTERS:
        note(f"filter: {filter}", names(filter))
    for order in ORDERS:
        note(f"order: {order}", names(order=order))
    for filter in REFUSED:
        note.error(f"refused: {filter}", lambda: names(filter))
    for order in [["loss"], ["metrics.loss UP"], ["metrics.loss", "metrics.loss"], ["colors.red"], [""], ["metrics.loss DESC ASC"]]:
        note.error(f"refused order: {order}", lambda: names(order=order))
    for view in [ViewType.DELETED_ONLY, ViewType.ALL]:
        note(f"view {view}", names(view=view))
    found = client.search_runs([experiment], "params.rare = 'x'")[0]
    note("a run", found)
    ids = [found.info.run_id, last.info.run_id]
    note("by id", names(f"run_id = '{ids[0]}'"))
    note("by ids", names(f"run_id IN ('{ids[0]}', '{ids[1]}')"))
    note("not by ids", names(f"attributes.run_id NOT IN ('{ids[0]}')"))

    for order in [[], ["metrics.odd DESC"], ["params.kind", "metrics.loss DESC"]]:
        pages, token = [], None
        while token is not None or not pages:
            page = client.search_runs([experiment], order_by=order, max_results=7, page_token=token)
            pages.append([run.info.run_name for run in page])
            token = page.token or None
        note(f"pages: {order}", pages)
    note.error("bad token", lambda: names(page_token="abc"))
    note.error("too many", lambda: names(max_results=50001))
    note.error("none at all", lambda: names(max_results=-1))

    other = mlflow.create_experiment(at.name("others"))
    client.create_run(other, run_name="elsewhere", start_time=3999)
    both = client.search_runs([experiment, other], "start_time <= 4000", order_by=["start_time"])
    note("two experiments", [run.info.run_name for run in both])
    note("no experiment", client.search_runs([], ""))
    table = mlflow.search_runs([experiment], "metrics.loss < 0.2", order_by=["metrics.loss"])
    table = table.drop(columns=["run_id", "artifact_uri", "start_time", "end_time"])
    note("table", table.astype(object).where(pandas.notnull(table), None))
    note("all experiments", len(mlflow.search_runs(search_all_experiments=True, filter_string="tags.team = 'red'")))
