"""Reads one file into a float32 matrix with pandas, and says what that took as MatrixReading.java does."""

import json
import resource
import sys
import time

import pandas as pd

FEATURES = [f"f{i}" for i in range(28)]

path = sys.argv[1]
cpu, begin = time.process_time(), time.perf_counter()
if path.endswith(".csv"):
    frame = pd.read_csv(path, dtype={name: "float32" for name in FEATURES})
else:
    frame = pd.read_parquet(path)
matrix = frame[FEATURES].to_numpy("float32")
labels = frame["y"].to_numpy("float32")
seconds, used = time.perf_counter() - begin, time.process_time() - cpu
print(json.dumps({
    "seconds": seconds,
    "cpu": used,
    "rows": len(labels),
    "check": float(matrix.sum(dtype="float64") + labels.sum(dtype="float64")),
    "peakMebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
