"""Asks MLflow's own server every request of cases.json, in order, and writes its answers into the file.

    pip install mlflow==3.11.1
    mlflow server --port 5055 --backend-store-uri sqlite:///new.db --artifacts-destination ./artifacts
    python record.py http://127.0.0.1:5055

A request may keep the id of the run that it made ("keep": name); {name} in later requests stands for it, and in answers too. Times of the
server's clock are written as "<time>". A case with "differs" is one where Steelyard answers otherwise on purpose; the text says why, and "ours"
is what it answers.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

FILE = Path(__file__).with_name("cases.json")
TIMES = {"creation_time", "last_update_time", "creation_timestamp", "last_updated_timestamp"}


def ask(base, case, kept):
    url = base + "/api/2.0/mlflow" + case["path"]
    request = json.loads(fill(json.dumps(case["request"]), kept)) if not isinstance(case["request"], str) else case["request"]
    if case["method"] == "GET":
        url += "?" + urllib.parse.urlencode(request)
        made = urllib.request.Request(url)
    else:
        body = request if isinstance(request, str) else json.dumps(request)
        made = urllib.request.Request(url, body.encode(), {"Content-Type": "application/json"}, method="POST")
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


def mask(value, kept):
    if isinstance(value, dict):
        return {k: "<time>" if k in TIMES else mask(v, kept) for k, v in value.items()}
    if isinstance(value, list):
        return [mask(v, kept) for v in value]
    if isinstance(value, str):
        for name, known in kept.items():
            value = value.replace(known, "{" + name + "}")
    return value


def main():
    kept = {}
    cases = json.loads(FILE.read_text())
    for case in cases:
        case["status"], answer = ask(sys.argv[1], case, kept)
        if "keep" in case:
            kept[case["keep"]] = answer["run"]["info"]["run_id"]
        case["answer"] = mask(answer, kept)
    FILE.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


main()
