"""Trains small models with XGBoost and writes them with rows and the margins XGBoost gives them: python3 make.py (xgboost 3.2.0, numpy)."""

import json

import numpy as np
import xgboost as xgb

random = np.random.default_rng(20130101)
FEATURES = [f"f{i}" for i in range(6)]


def rows(count):
    values = random.normal(size=(count, len(FEATURES))).astype(np.float32)
    values[random.random(values.shape) < 0.15] = np.nan
    values[:, 4] = np.round(values[:, 4])
    return values


def text(number):
    return str(np.float32(number)).replace("nan", "NaN").replace("inf", "Infinity")


def write(name, objective, depth, rounds, **parameters):
    train = rows(2000)
    signal = np.nan_to_num(train[:, 0]) * np.nan_to_num(train[:, 1]) + np.isnan(train[:, 2]) + 0.3 * random.normal(size=len(train))
    label = signal if objective == "reg:squarederror" else (signal > 0.8)
    booster = xgb.train(
        {"objective": objective, "max_depth": depth, "seed": 1, **parameters},
        xgb.DMatrix(train, label, feature_names=FEATURES),
        rounds,
    )
    probe = rows(160)
    special = [0.0, -0.0, np.inf, -np.inf, 1e-45, -1e-45, 3.4e38, -3.4e38, np.nan]
    probe[:80][random.random((80, len(FEATURES))) < 0.3] = 0
    probe[:40] = np.where(random.random((40, len(FEATURES))) < 0.5, random.choice(special, (40, len(FEATURES))), probe[:40])
    booster.save_model(f"{name}.ubj")
    booster.save_model(f"{name}.json")
    for split in range(len(FEATURES)):  # thresholds themselves are probed, too
        cuts = booster.get_split_value_histogram(FEATURES[split], as_pandas=False)
        if len(cuts):
            probe[80:120, split] = random.choice(cuts[:, 0], 40)
    answer = {
        "rows": probe.astype(np.float32).ravel(),
        "margins": booster.inplace_predict(probe, predict_type="margin"),
        "scores": booster.inplace_predict(probe),
    }
    with open(f"{name}.expected.json", "w", encoding="utf-8") as file:
        file.write("{" + ",\n".join(f'"{k}": [{", ".join(map(text, v))}]' for k, v in answer.items()) + "}\n")


write("binary", "binary:logistic", 5, 12)
write("regression", "reg:squarederror", 3, 9)
write("lossguide", "binary:logistic", 0, 5, grow_policy="lossguide", max_leaves=20, num_parallel_tree=2, subsample=0.7)
write("stump", "reg:squarederror", 1, 1, base_score=0.25)
write("constant", "binary:logistic", 3, 3, min_child_weight=1e9)
