"""Asks MLflow's own server every request of the files in cases/, and writes its answers into them.

    pip install mlflow==3.17.2
    python record.py [AREA...]

Each file is one area and is asked from top to bottom of a server that begins with nothing: its requests may rely on earlier ones. A request may
keep parts of its answer ("keep": {name: place}); {name} in later requests stands for the part, and in answers too. In answers, the server's
times are written as "<time>", tokens of pages as "<token>", and the names of errors that MLflow only repeats, and of workspaces, are left out.

A case with "differs" is one where Steelyard answers otherwise on purpose; the text says why, "ours" is what it answers, and "our_status" its status
where that is another one too. With "words" only the message differs, and the text says why.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

FOLDER = Path(__file__).with_name("cases")
USUAL_MOUNT = "/api/2.0/mlflow"
TIMES = {
    "creation_time",
    "last_update_time",
    "creation_timestamp",
    "last_updated_timestamp",
    "creation_timestamp_ms",
    "last_updated_timestamp_ms",
}
LEFT_OUT = {"sqlstate", "error_class", "workspace"}


def ask(base, case, kept):
    url = base + case.get("mount", USUAL_MOUNT) + fill(case["path"], kept)
    request = case["request"]
    text = fill(request if isinstance(request, str) else json.dumps(request), kept)
    if case["method"] == "GET":
        url += "?" + urllib.parse.urlencode(json.loads(text), doseq=True)
        made = urllib.request.Request(url)
    else:
        made = urllib.request.Request(
            url, text.encode(), {"Content-Type": "application/json"}, method=case["method"]
        )
    try:
        with urllib.request.urlopen(made) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        text = error.read().decode()
        return error.code, json.loads(text) if text.startswith("{") else {"text": text}


def fill(text, kept):
    for name, value in kept.items():
        text = text.replace("{" + name + "}", value)
    return text


def part(answer, place):
    for name in place.strip("/").split("/"):
        answer = answer[name]
    return answer


def mask(value, kept):
    if isinstance(value, dict):
        return {k: mask_part(k, v, kept) for k, v in value.items() if k not in LEFT_OUT}
    if isinstance(value, list):
        return [mask(v, kept) for v in value]
    if isinstance(value, str):
        for name, known in kept.items():
            value = value.replace(known, "{" + name + "}")
    if isinstance(value, float) and value != value:
        return "NaN"
    return value


def mask_part(name, value, kept):
    if name in TIMES:
        return "<time>"
    return "<token>" if name == "next_page_token" else mask(value, kept)


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def record(file):
    cases = json.loads(file.read_text())
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        server = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("mlflow")),
                "server",
                "--port",
                str(port),
                "--workers",
                "1",
                "--backend-store-uri",
                f"sqlite:///{folder}/mlflow.db",
                "--artifacts-destination",
                f"{folder}/artifacts",
            ],
            cwd=folder,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(base)
            kept = {}
            for case in cases:
                case["status"], answer = ask(base, case, kept)
                for name, place in case.get("keep", {}).items():
                    kept[name] = part(answer, place)
                tokens = {v for k, v in kept.items() if k in tokens_of(cases)}
                case["answer"] = mask(answer, {k: v for k, v in kept.items() if v not in tokens})
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
    file.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


def tokens_of(cases):
    return {n for c in cases for n, p in c.get("keep", {}).items() if p == "/next_page_token"}


def wait_for(base):
    for _ in range(600):
        try:
            urllib.request.urlopen(base + "/health")
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(base)


def main():
    areas = sys.argv[1:] or sorted(file.stem for file in FOLDER.glob("*.json"))
    for area in areas:
        print(area)
        record(FOLDER / f"{area}.json")


main()
