"""Search for experiments: filters, orders, pages, views, and what is refused."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType


def flow(note, at):
    client = MlflowClient()
    for i in range(7):
        id = mlflow.create_experiment(at.name(f"{'Even' if i % 2 == 0 else 'odd'} {i}"), tags={"number": str(i), "all": "yes"})
        if i == 3:
            client.set_experiment_tag(id, "rare", "x")
        if i == 6:
            client.delete_experiment(id)
    mine = f"name LIKE '{at.flow} %'"

    def names(filter=mine, **more):
        return [e.name for e in client.search_experiments(filter_string=filter, **more)]

    for filter in [
        f"name = '{at.name('odd 1')}'",
        f"attribute.name != '{at.name('odd 1')}' and {mine}",
        f"name ILIKE '{at.flow} EVEN%'",
        f"name LIKE '{at.flow} EVEN%'",
        f"tags.number = '2' and {mine}",
        f"tags.`number` != '2' and {mine}",
        f"tags.all LIKE 'y%' and {mine}",
        f"tag.rare IS NULL and {mine}",
        f"tags.rare IS NOT NULL and {mine}",
        f"creation_time > 1000 and {mine}",
        f"attribute.last_update_time < 1000 and {mine}",
    ]:
        note(filter, names(filter))
    for order in [["name"], ["name DESC"], ["experiment_id ASC"], ["creation_time"], ["last_update_time DESC", "name"]]:
        note(f"order: {order}", names(order_by=order))
    for view in [ViewType.DELETED_ONLY, ViewType.ALL]:
        note(f"view {view}", names(view_type=view))
    pages, token = [], None
    while token is not None or not pages:
        page = client.search_experiments(filter_string=mine, order_by=["name"], max_results=2, page_token=token)
        pages.append([e.name for e in page])
        token = page.token or None
    note("pages", pages)
    for filter in ["nonsense", "color = 'red'", "name > 'a'", "tags.number > 2", "creation_time = 'now'", "name = 'a' OR name = 'b'"]:
        note.error(f"refused: {filter}", lambda: names(filter))
    note.error("refused order", lambda: names(order_by=["color"]))
    note.error("none at all", lambda: names(max_results=0))
    note.error("too many", lambda: names(max_results=50001))
