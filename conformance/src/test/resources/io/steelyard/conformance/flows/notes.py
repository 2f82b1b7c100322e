"""What a flow saw, in a form in which two servers can be compared: without ids, times, addresses and names made by chance."""

import contextlib
import math
import re

import numpy
import pandas
import requests

HEX = re.compile(r"\b[0-9a-f]{32}\b")
CHANCE_NAME = re.compile(r"^[a-z]+-[a-z]+-\d+$")
UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
TIMES = {
    "creation_time",
    "last_update_time",
    "creation_timestamp",
    "last_updated_timestamp",
    "start_time",
    "end_time",
    "timestamp",
    "utc_time_created",
}


class Notes:
    def __init__(self, server):
        self.server = server
        self.taken = []
        self.ids = {}
        self.asked = set()

    def __call__(self, name, value):
        self.taken.append({"name": self.text(name), "value": self.plain(value)})

    def error(self, name, call):
        """Notes how a call fails: the exception, MLflow's code and the words."""
        try:
            answer = call()
        except Exception as e:
            self(name, {"type": type(e).__name__, "code": getattr(e, "error_code", None), "message": str(e)})
        else:
            self(name, {"no error": answer})

    def requests(self):
        """Notes which requests the client sent and what status each got; not how often."""
        self.taken.append({"name": "requests", "value": sorted(self.asked)})

    @contextlib.contextmanager
    def listening(self):
        send = requests.adapters.HTTPAdapter.send

        def listen(adapter, request, **options):
            answer = send(adapter, request, **options)
            path = request.url.split("?")[0].removeprefix(self.server)
            path = UUID.sub("<id>", HEX.sub("<id>", path))
            if not path.endswith("/server-info"):  # the client asks it when its own clock says so
                self.asked.add(f"{request.method} {path} {answer.status_code}")
            return answer

        requests.adapters.HTTPAdapter.send = listen
        try:
            yield
        finally:
            requests.adapters.HTTPAdapter.send = send

    def plain(self, value, key=""):
        if value is None or isinstance(value, (bool, numpy.bool_)):
            return None if value is None else bool(value)
        if key in TIMES and isinstance(value, (int, float, numpy.number)):
            return "<time>" if value > 1_500_000_000_000 else value
        if isinstance(value, pandas.Timestamp):
            return "<time>"
        if isinstance(value, (int, numpy.integer)):
            return int(value)
        if isinstance(value, (float, numpy.floating)):
            return float(value) if math.isfinite(value) else str(value)
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, bytes):
            return value.decode(errors="replace")
        if isinstance(value, pandas.DataFrame):
            return [self.plain(row) for row in value[sorted(value.columns)].to_dict("records")]
        if isinstance(value, (pandas.Series, numpy.ndarray)):
            return self.plain(value.tolist())
        if hasattr(value, "items"):
            return {str(k): self.plain(v, str(k)) for k, v in sorted(value.items(), key=lambda item: str(item[0]))}
        if isinstance(value, (set, frozenset)):
            return sorted(self.plain(v) for v in value)
        if hasattr(value, "_properties"):  # an entity of MLflow
            return {k: self.plain(v, k) for k, v in value}
        if hasattr(value, "__iter__"):
            return [self.plain(v) for v in value]
        return self.text(str(value))

    def text(self, value):
        if CHANCE_NAME.match(value):
            return "<chance>"
        value = value.replace(self.server, "<server>")
        value = re.sub(r"port=\d+", "port=<port>", UUID.sub("<uuid>", value))
        return HEX.sub(lambda found: self.ids.setdefault(found.group(), f"<id {len(self.ids) + 1}>"), value)
