"""Scores rows in place with one thread: python3 score_xgboost.py ROWS FEATURES; a model's path on a line of standard input
is answered with the microseconds that all rows took."""

import sys
import time

import numpy
import xgboost

rows = numpy.fromfile(sys.argv[1], dtype="<f4").reshape(-1, int(sys.argv[2]))
models = {}
print(xgboost.__version__, flush=True)
for line in sys.stdin:
    path = line.strip()
    if path not in models:
        models[path] = xgboost.Booster({"nthread": 1}, model_file=path)
        models[path].set_param({"nthread": 1})
        models[path].inplace_predict(rows)
    begin = time.perf_counter()
    models[path].inplace_predict(rows)
    print((time.perf_counter() - begin) * 1e6, flush=True)
