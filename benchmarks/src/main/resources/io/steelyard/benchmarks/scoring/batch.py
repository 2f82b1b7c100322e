"""Scores a Parquet file as people do: pyarrow reads, pandas holds, xgboost predicts, pandas writes.

batch.py chunks|whole MODEL INPUT OUTPUT FEATURES
"""
import sys

import pandas as pd
import pyarrow.parquet as pq
import xgboost as xgb

way, model, source, target, names = sys.argv[1:]
features = names.split(",")
booster = xgb.Booster()
booster.load_model(model)


def answers(chunk):
    probability = booster.predict(xgb.DMatrix(chunk[features]))
    return pd.DataFrame(
        {"id": chunk["id"], "prediction": (probability >= 0.5).astype("int64"), "probability": probability}
    )


if way == "chunks":
    results = []
    for batch in pq.ParquetFile(source).iter_batches(batch_size=10_000, columns=["id"] + features):
        chunk = batch.to_pandas()
        if chunk.empty:
            continue
        results.append(answers(chunk))
    output = pd.concat(results, ignore_index=True)
else:
    output = answers(pd.read_parquet(source, columns=["id"] + features))
output.to_parquet(target, index=False)
print("xgboost", xgb.__version__, "pandas", pd.__version__)
