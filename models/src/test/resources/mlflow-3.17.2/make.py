"""Writes model folders with Python's MLflow: python3 make.py (mlflow 3.17.2, xgboost 3.2.0, pandas, scikit-learn); prints what the models answer."""

import shutil

import mlflow.xgboost
import numpy as np
import pandas as pd
import xgboost
from mlflow.models import infer_signature

random = np.random.default_rng(3)
rows = pd.DataFrame({
    "distance": random.normal(800, 300, 500).round(),
    "hour": random.integers(0, 24, 500).astype("int32"),
    "rain": random.random(500),
})
late = (rows.rain + rows.hour / 40 > 0.9).astype(int)
for folder in ("booster", "classifier"):
    shutil.rmtree(folder, ignore_errors=True)

booster = xgboost.train({"objective": "binary:logistic", "max_depth": 3, "seed": 1}, xgboost.DMatrix(rows, late), 4)
signature = infer_signature(rows, booster.predict(xgboost.DMatrix(rows)))
mlflow.xgboost.save_model(booster, "booster", signature=signature, input_example=rows.head(3))
print(booster.predict(xgboost.DMatrix(rows.head(3))).tolist())

classifier = xgboost.XGBClassifier(n_estimators=3, max_depth=2, random_state=1).fit(rows.to_numpy(), late)
mlflow.xgboost.save_model(classifier, "classifier")
