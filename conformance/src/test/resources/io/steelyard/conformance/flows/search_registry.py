"""Search for registered models and for versions: filters, orders, pages, and what is refused."""

import mlflow
from mlflow import MlflowClient


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run() as run:
        pass
    for i in range(5):
        name = at.name(f"{'Even' if i % 2 == 0 else 'odd'} {i}")
        client.create_registered_model(name, tags={"number": str(i)} | ({"rare": "x"} if i == 3 else {}))
        for v in range(i % 3):
            client.create_model_version(
                name, f"s3://bucket/{i}/{v}", run.info.run_id if v else None, tags={"v": str(v)}, await_creation_for=0
            )
    mine = f"name LIKE '{at.flow} %'"

    def models(filter=mine, **more):
        return [m.name for m in client.search_registered_models(filter, **more)]

    def versions(filter=mine, **more):
        return [[v.name, v.version] for v in client.search_model_versions(filter, **more)]

    for filter in [
        f"name = '{at.name('odd 1')}'",
        f"name != '{at.name('odd 1')}' and {mine}",
        f"name ILIKE '{at.flow} EVEN%'",
        f"name LIKE '{at.flow} EVEN%'",
        f"tags.number = '2' and {mine}",
        f"tags.`number` != '2' and {mine}",
        f"tag.rare ILIKE 'X' and {mine}",
    ]:
        note(f"models: {filter}", models(filter))
    note("a model", client.search_registered_models(f"name = '{at.name('Even 2')}'"))
    for order in [["name DESC"], ["name"], ["last_updated_timestamp"], ["timestamp DESC"]]:
        note(f"models by {order}", models(order_by=order))
    for filter in [
        f"name = '{at.name('Even 2')}'",
        f"run_id = '{run.info.run_id}'",
        f"run_id IN ('{run.info.run_id}', 'x')",
        "source_path = 's3://bucket/2/1'",
        f"source_path LIKE 's3://bucket/2/%' and {mine}",
        f"version_number > 1 and {mine}",
        f"version_number = 1 and {mine}",
        f"tags.v = '1' and {mine}",
        f"name ILIKE '{at.flow} ODD%'",
    ]:
        note(f"versions: {filter.replace(run.info.run_id, 'it')}", versions(filter))
    note("a version", client.search_model_versions("source_path = 's3://bucket/2/1'"))
    for order in [[], ["name DESC"], ["version_number ASC", "name"], ["creation_timestamp DESC"], ["last_updated_timestamp"]]:
        note(f"versions by {order}", versions(order_by=order))
    for search in [client.search_registered_models, client.search_model_versions]:
        pages, token = [], None
        while token is not None or not pages:
            page = search(mine, max_results=2, order_by=["name ASC"], page_token=token)
            pages.append([[x.name, getattr(x, "version", None)] for x in page])
            token = page.token or None
        note(f"pages of {search.__name__}", pages)
    for filter in ["nonsense", "color = 'red'", "name > 'a'", "tags.number > 2", "name = 'a' OR name = 'b'", "name IN ('a')"]:
        note.error(f"models refused: {filter}", lambda: models(filter))
        note.error(f"versions refused: {filter}", lambda: versions(filter))
    note.error("models refused order", lambda: models(order_by=["color"]))
    note.error("versions refused order", lambda: versions(order_by=["color"]))
    note.error("too many models", lambda: models(max_results=1001))
    note.error("too many versions", lambda: versions(max_results=200001))
