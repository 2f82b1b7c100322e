"""Files of a run: a byte, none, many bytes, folders, names of every kind; listed, read, replaced and deleted."""

import hashlib
import os

import mlflow
import requests
from mlflow import MlflowClient
from mlflow.artifacts import download_artifacts, list_artifacts, load_dict, load_text

LARGE = int(os.environ.get("LARGE_ARTIFACT_BYTES", 64 * 1024 * 1024))


def large(file):
    """Writes a file that no compression makes small, and gives its digest."""
    digest = hashlib.sha256()
    block = hashlib.shake_256(b"steelyard").digest(1024 * 1024)
    with open(file, "wb") as out:
        for start in range(0, LARGE, len(block)):
            part = block[start // len(block) % 1000 :][: LARGE - start]
            out.write(part)
            digest.update(part)
        if missing := LARGE - out.tell():
            out.write(block[:missing])
            digest.update(block[:missing])
    return digest.hexdigest()


def digest(file):
    with open(file, "rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def flow(note, at):
    client = MlflowClient()
    with mlflow.start_run(run_name="files") as run:
        id = run.info.run_id
        mlflow.log_text("hello, Grüße", "text.txt")
        mlflow.log_text("<b>page</b>", "pages/one.html")
        mlflow.log_dict({"b": [1, 2.5, None], "a": "x"}, "deep/er/dict.json")
        mlflow.log_dict({"b": 1}, "dict.yaml")
        one = at.folder / "one byte"
        one.write_bytes(b"\x00")
        mlflow.log_artifact(one)
        mlflow.log_artifact(one, "in/a folder")
        (at.folder / "empty").write_bytes(b"")
        mlflow.log_artifact(at.folder / "empty")
        many = at.folder / "many"
        for name in ["a.txt", "sub/b.bin", "sub/ünï cødé.txt", "sub/100%.txt", "sub/a+b&c=d#e.txt"]:
            file = many / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name)
        mlflow.log_artifacts(many, "many")
        mlflow.log_text("replaced", "text.txt")

    def listed(path=None):
        return sorted([f.path, f.is_dir, f.file_size] for f in client.list_artifacts(id, path))

    note("root", listed())
    for path in ["many", "many/sub", "deep", "deep/er", "none", "text.txt", "in/a folder"]:
        note(f"in {path}", listed(path))
    note("by address", sorted(f.path for f in list_artifacts(f"runs:/{id}/many")))
    note("text", load_text(f"runs:/{id}/text.txt"))
    note("dict", load_dict(f"runs:/{id}/deep/er/dict.json"))
    everything = at.folder / "all"
    everything.mkdir()
    download_artifacts(run_id=id, dst_path=str(everything))
    note("all", sorted([str(f.relative_to(everything)), digest(f)] for f in everything.rglob("*") if f.is_file()))
    note("one", digest(client.download_artifacts(id, "one byte", str(at.folder))))
    note.error("none", lambda: download_artifacts(run_id=id, artifact_path="none.txt", dst_path=str(at.folder)))

    file = at.folder / "large"
    written = large(file)
    client.log_artifact(id, file, "big")
    file.unlink()
    back = download_artifacts(run_id=id, artifact_path="big/large", dst_path=str(at.folder))
    note("large comes back", [os.path.getsize(back), digest(back) == written])
    os.unlink(back)

    base = at.server + "/api/2.0/mlflow-artifacts/artifacts/" + run.info.artifact_uri.split(":/", 1)[1]
    answer = requests.get(base + "/pages/one.html")
    headers = ["Content-Disposition", "X-Content-Type-Options", "Content-Type"]
    note("page", [answer.status_code, answer.text, {h: answer.headers.get(h) for h in headers}])
    note("missing", requests.get(base + "/none").status_code)
    page = requests.get(at.server + "/get-artifact", params={"run_id": id, "path": "pages/one.html"})
    note("get-artifact", [page.status_code, page.text, page.headers.get("Content-Disposition")])
    note("no way up", [requests.get(base + path).status_code for path in ["/%2e%2e/x", "/..%2f..%2fx", "/%252e%252e/x"]])

    from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

    repository = get_artifact_repository(run.info.artifact_uri)
    repository.delete_artifacts("text.txt")
    repository.delete_artifacts("many")
    note("after deleting", listed())
