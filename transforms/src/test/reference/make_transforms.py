"""Writes transforms.json: what scikit-learn 1.9 and pandas 3 make of small columns. Run with both installed:

    python make_transforms.py > ../resources/io/steelyard/transforms/transforms.json
"""
import json
import math
import warnings

import numpy as np
import pandas as pd
import sklearn
from sklearn.impute import SimpleImputer
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.preprocessing import (
    KBinsDiscretizer,
    MinMaxScaler,
    OneHotEncoder,
    OrdinalEncoder,
    QuantileTransformer,
    RobustScaler,
    StandardScaler,
    TargetEncoder,
)

warnings.simplefilter("ignore")
random = np.random.default_rng(20260)
cases = {}


def plain(value):
    """NaN as null, arrays as lists."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray, pd.Series)):
        return [plain(v) for v in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and math.isnan(value):
        return None
    return value


def column(values):
    return np.asarray(values, dtype=float).reshape(-1, 1)


def text(values):
    return np.asarray(values, dtype=object).reshape(-1, 1)


def with_missing(values, every=9):
    values = np.array(values, dtype=float)
    values[::every] = np.nan
    return values


normal = with_missing(random.normal(50, 12, 60))
skewed = with_missing(np.exp(random.normal(0, 2, 60)))
columns = {
    "normal": normal,
    "skewed": skewed,
    "far": 1e9 + random.normal(0, 1, 40),
    "few": random.integers(0, 4, 50).astype(float),
    "constant": np.full(10, 0.1),
    "almost": np.array([0.1] * 9 + [0.1 + 1e-17]),
    "one": np.array([7.5]),
    "small": np.array([1e-20, 2e-20, 5e-20]),
    "readme": np.array([1, 2, np.nan, 6]),
    "powers": np.array([1.0, 2, 4, 8, 16]),
}
later = np.array([-1e6, -1.5, 0, 0.1, 1, 3, 42.5, 50, 1e6, 1e9, np.nan])

columns["later"] = later
cases["scaling"] = []
for name, fit in list(columns.items())[:-1]:
    for kind, scaler, options in [
        ("standard", StandardScaler(), {}),
        ("min_max", MinMaxScaler(), {"least": 0.0, "greatest": 1.0, "clip": False}),
        ("min_max", MinMaxScaler(feature_range=(-1, 3), clip=True), {"least": -1.0, "greatest": 3.0, "clip": True}),
        ("robust", RobustScaler(), {"low": 0.25, "high": 0.75}),
        ("robust", RobustScaler(quantile_range=(10.0, 95.0)), {"low": 0.1, "high": 0.95}),
    ]:
        scaler.fit(column(fit))
        case = {"column": name, "kind": kind, **options, "transform": "later"}
        case["fitted"] = scaler.transform(column(fit))[:, 0]
        case["expected"] = scaler.transform(column(later))[:, 0]
        cases["scaling"].append(case)

cases["imputation"] = []
for name, fit in list(columns.items())[:-1]:
    for strategy in ["mean", "median", "most_frequent"]:
        imputer = SimpleImputer(strategy=strategy).fit(column(fit))
        cases["imputation"].append({"column": name, "strategy": strategy, "value": imputer.statistics_[0]})
for fit in [["b", "a", None, "b", "a", "c"], ["x", None, "y", "y"], ["é", "z", "é"]]:
    imputer = SimpleImputer(strategy="most_frequent", missing_values=None).fit(text(fit))
    cases["imputation"].append({"strategy": "most_frequent", "fit": fit, "value": imputer.statistics_[0]})

cases["quantile"] = []
for name, fit in list(columns.items())[:-1]:
    for output in ["uniform", "normal"]:
        for quantiles in [1, 5, 1000]:
            q = QuantileTransformer(n_quantiles=quantiles, output_distribution=output, subsample=None)
            q.fit(column(fit))
            cases["quantile"].append(
                {
                    "column": name,
                    "output": output,
                    "quantiles": quantiles,
                    "learned": q.quantiles_[:, 0],
                    "transform": "later",
                    "fitted": q.transform(column(fit))[:, 0],
                    "expected": q.transform(column(later))[:, 0],
                }
            )

cases["binning"] = []
for name in ["normal", "skewed", "far", "powers"]:
    fit = columns[name][~np.isnan(columns[name])]  # missing is an error there
    for strategy in ["quantile", "uniform"]:
        for bins in [2, 4, 7]:
            k = KBinsDiscretizer(
                n_bins=bins, encode="ordinal", strategy=strategy, quantile_method="linear", subsample=None
            ).fit(column(fit))
            if k.n_bins_[0] < bins:
                continue
            cases["binning"].append(
                {
                    "column": name,
                    "strategy": strategy,
                    "bins": bins,
                    "edges": k.bin_edges_[0],
                    "transform": later[:-1],
                    "expected": k.transform(column(later[:-1]))[:, 0],
                }
            )

letters = ["a"] * 7 + ["b"] * 3 + ["c"] * 3 + ["d"] * 2 + ["e"] + ["Z"] + ["é"] * 2 + ["ｆ", "𝒻"]
tails = [np.nan, "a"]  # None would be a category like others, NaN is missing
numbers = [3.0] * 5 + [-1.0] * 3 + [0.5] * 3 + [10.0] + [2.0] * 2
groupings = [
    {},
    {"min_frequency": 3},
    {"min_frequency": 0.12},
    {"max_categories": 4},
    {"max_categories": 8},
    {"max_categories": 9},
    {"max_categories": 1},
    {"min_frequency": 2, "max_categories": 3},
    {"min_frequency": 100},
]

cases["ordinal"] = []
for values, unseen in [(letters + tails, "zz"), (numbers + [np.nan], 99.0)]:
    fit = text(values) if isinstance(values[0], str) else column(values)
    probe = values + [unseen]
    for grouping in groupings:
        encoder = OrdinalEncoder(
            handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2, **grouping
        ).fit(fit)
        probed = text(probe) if isinstance(values[0], str) else column(probe)
        cases["ordinal"].append(
            {"grouping": grouping, "fit": values, "transform": probe, "expected": encoder.transform(probed)[:, 0]}
        )

cases["one_hot"] = []
for values, unseen in [(letters + ["a"], "zz"), (numbers, 99.0)]:
    fit = text(values) if isinstance(values[0], str) else column(values)
    probe = values + [unseen]
    probed = text(probe) if isinstance(values[0], str) else column(probe)
    for policy in ["ignore", "infrequent_if_exist"]:
        for grouping in groupings:
            encoder = OneHotEncoder(handle_unknown=policy, sparse_output=False, **grouping).fit(fit)
            cases["one_hot"].append(
                {
                    "policy": policy,
                    "grouping": grouping,
                    "fit": values,
                    "transform": probe,
                    "names": [n.replace("_sklearn", "") for n in encoder.get_feature_names_out(["x"])],
                    "expected": encoder.transform(probed).astype(int),
                }
            )
missing = ["a", None, "b", "a"]
encoder = OneHotEncoder(sparse_output=False).fit(text(missing))
cases["one_hot"].append(
    {
        "policy": "ignore",
        "grouping": {},
        "missing": True,
        "fit": missing,
        "transform": missing,
        "names": [n.replace("_None", "_missing") for n in encoder.get_feature_names_out(["x"])],
        "expected": encoder.transform(text(missing)).astype(int),
    }
)

cases["target"] = []
rows = 60
carriers = [str(c) for c in random.choice(["AA", "B6", "DL", "UA", "WN"], rows, p=[0.4, 0.3, 0.2, 0.08, 0.02])]
carriers[3] = carriers[40] = None
days = [float(d) for d in random.integers(1, 8, rows)]
targets = {
    "binary": random.integers(0, 2, rows).astype(float),
    "number": random.normal(10, 4, rows),
    "classes": random.integers(0, 3, rows).astype(float),
    "flat": np.full(rows, 2.5),
}
columns |= {"carriers": carriers, "days": days, **targets}
types = {"binary": "binary", "number": "continuous", "classes": "multiclass", "flat": "continuous"}
for values, probe in [(carriers, ["AA", "WN", "ZZ", None]), (days, [1.0, 7.0, 99.0, np.nan])]:
    fit, probed = (text(values), text(probe)) if values is carriers else (column(values), column(probe))
    for kind, labels in targets.items():
        for smooth in ["auto", 0.0, 10.0]:
            for folds, seed in [(5, 42), (3, 7)]:
                cv = (KFold if types[kind] == "continuous" else StratifiedKFold)(folds, shuffle=True, random_state=seed)
                y = labels if types[kind] == "continuous" else labels.astype(int)
                encoder = TargetEncoder(target_type=types[kind], smooth=smooth, cv=cv)
                fitted = encoder.fit_transform(fit, y)
                cases["target"].append(
                    {
                        "kind": kind,
                        "smooth": None if smooth == "auto" else smooth,
                        "folds": folds,
                        "seed": seed,
                        "column": "carriers" if values is carriers else "days",
                        "fitted": fitted.T,
                        "transform": probe,
                        "expected": encoder.transform(probed).T,
                    }
                )

instants = pd.Series(
    pd.to_datetime(
        [
            "2013-07-01T02:59:59.999999Z",
            "2013-12-31T23:30:00Z",
            "2016-02-29T12:00:01Z",
            "1969-12-31T23:59:59Z",
            "2021-01-03T05:00:00Z",
            "2020-12-31T09:10:11Z",
            "2024-03-10T07:30:00Z",
            "2024-11-03T06:30:00Z",
            "2012-04-30T20:15:00Z",
        ],
        format="ISO8601",
    )
)
cases["date_parts"] = []
for zone in ["UTC", "America/New_York"]:
    local = instants.dt.tz_convert(zone)
    d = local.dt
    cases["date_parts"].append(
        {
            "zone": zone,
            "instants": [t.isoformat().replace("+00:00", "Z") for t in instants],
            "parts": {
                "year": d.year,
                "quarter": d.quarter,
                "month": d.month,
                "week": d.isocalendar().week.astype(int),
                "day": d.day,
                "day_of_week": d.dayofweek + 1,
                "day_of_year": d.dayofyear,
                "days_in_month": d.days_in_month,
                "epoch_day": (d.tz_localize(None).dt.normalize() - pd.Timestamp("1970-01-01")).dt.days,
                "hour": d.hour,
                "minute": d.minute,
                "second": d.second,
                "weekend": (d.dayofweek >= 5).astype(int),
                "month_start": d.is_month_start.astype(int),
                "month_end": d.is_month_end.astype(int),
            },
        }
    )

versions = f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}, pandas {pd.__version__}"
print(json.dumps({"made_by": "make_transforms.py", "versions": versions, "columns": plain(columns), **plain(cases)}, ensure_ascii=False))
