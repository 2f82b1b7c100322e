"""Models as Python logs them, with what they answer there: make_folders.py FOLDER [--pickles]

Made with mlflow 3.17.2, xgboost 3.2.0, lightgbm 4.7.0, scikit-learn 1.9.1, skl2onnx 1.20.0.
Beside the folders stands expected.json: the rows, and each model's scores a row. With --pickles, folders are made, too, that
hold Python objects, and training.csv, the rows that they learned from.
"""

import json
import pathlib
import shutil
import sys
import warnings

warnings.filterwarnings("ignore")

import lightgbm
import mlflow
import numpy
import pandas
import skl2onnx
import xgboost
from mlflow.models import infer_signature
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

target = pathlib.Path(sys.argv[1])
random = numpy.random.default_rng(5)
rows = pandas.DataFrame(
    {
        "a": random.normal(size=400),
        "b": random.integers(0, 6, 400),
        "c": random.normal(size=400).round(2),
    }
)
gaps = rows.copy()
gaps.loc[::7, "c"] = numpy.nan
yes = (rows.a + rows.b / 3 > 1).astype(int)
three = numpy.digitize(rows.a + rows.b / 3, [0.3, 1.4])
value = rows.a * 3 - rows.c + rows.b
probe, gappy = rows[:12], gaps[:12]
expected = {}


def keep(name, save, scores):
    folder = target / name
    shutil.rmtree(folder, ignore_errors=True)
    save(str(folder))
    for extra in ["conda.yaml", "python_env.yaml", "requirements.txt"]:
        (folder / extra).unlink(missing_ok=True)
    expected[name] = numpy.asarray(scores, "float64").reshape(len(probe), -1).tolist()


def boosters():
    parameters = {"max_depth": 3, "eta": 0.5, "verbosity": 0, "seed": 1, "nthread": 1}
    data = xgboost.DMatrix(gaps, label=three)
    booster = xgboost.train({**parameters, "objective": "multi:softprob", "num_class": 3}, data, 5)
    signature = infer_signature(gaps, booster.predict(data))
    keep(
        "xgboost_three",
        lambda f: mlflow.xgboost.save_model(booster, f, signature=signature, model_format="json"),
        booster.predict(xgboost.DMatrix(gappy)),
    )
    classifier = xgboost.XGBClassifier(n_estimators=30, max_depth=3, early_stopping_rounds=2, n_jobs=1, random_state=1)
    classifier.fit(gaps[:200], three[:200], eval_set=[(gaps[200:], 2 - three[200:])], verbose=False)
    keep(
        "xgboost_classifier",
        lambda f: mlflow.xgboost.save_model(classifier, f, signature=infer_signature(gaps, three)),
        classifier.predict_proba(gappy),
    )
    plain = {"verbose": -1, "num_leaves": 6, "seed": 1, "num_threads": 1, "min_data_in_leaf": 10}
    for name, objective, labels in [
        ("lightgbm_two", {"objective": "binary"}, yes),
        ("lightgbm_three", {"objective": "multiclass", "num_class": 3}, three),
        ("lightgbm_value", {"objective": "regression"}, value),
    ]:
        model = lightgbm.train({**plain, **objective}, lightgbm.Dataset(gaps, labels), 5)
        keep(
            name,
            lambda f: mlflow.lightgbm.save_model(model, f, signature=infer_signature(gaps)),
            model.predict(gappy),
        )


def graphs():
    matrix = rows.to_numpy("float32")
    names = numpy.array(["low", "middle", "high"])[three]
    model = LogisticRegression().fit(matrix, names)
    for name, options in [("onnx_maps", None), ("onnx_matrix", {"zipmap": False})]:
        graph = skl2onnx.to_onnx(model, matrix[:1], options=options)
        keep(
            name,
            lambda f: mlflow.onnx.save_model(graph, f, signature=infer_signature(rows)),
            model.predict_proba(probe.to_numpy("float32")),
        )
    line = LinearRegression().fit(matrix, value)
    graph = skl2onnx.to_onnx(line, matrix[:1])
    keep(
        "onnx_value",
        lambda f: mlflow.onnx.save_model(graph, f, signature=infer_signature(matrix)),
        line.predict(probe.to_numpy("float32")),
    )
    words = pandas.DataFrame({"b": rows.b, "word": numpy.where(rows.c > 0, "up", "dö"), "a": rows.a})
    steps = Pipeline(
        [
            ("columns", ColumnTransformer([("word", OneHotEncoder(), ["word"])], remainder="passthrough")),
            ("model", LogisticRegression(max_iter=1000)),
        ]
    ).fit(words, yes)
    graph = skl2onnx.to_onnx(steps, words[:1], options={"zipmap": False})
    keep(
        "onnx_columns",
        lambda f: mlflow.onnx.save_model(graph, f, signature=infer_signature(words)),
        steps.predict_proba(words[:12])[:, 1],
    )


class Wrapper(mlflow.pyfunc.PythonModel):
    def __init__(self, model):
        self.model = model

    def predict(self, context, model_input):
        return self.model.predict(xgboost.DMatrix(model_input))


def pickles():
    rows.to_csv(target / "training.csv", index=False)
    forest = lightgbm.LGBMClassifier(n_estimators=5, verbose=-1).fit(rows, three)
    keep("pickled_lightgbm", lambda f: mlflow.lightgbm.save_model(forest, f), forest.predict_proba(probe))
    sure = LogisticRegression(max_iter=1000).fit(rows.to_numpy(), three)
    for kind in ["skops", "cloudpickle"]:
        keep(
            "pickled_sklearn_" + kind,
            lambda f: mlflow.sklearn.save_model(sure, f, serialization_format=kind),
            sure.predict_proba(probe.to_numpy()),
        )
    data = xgboost.DMatrix(rows, label=yes)
    booster = xgboost.train({"objective": "binary:logistic", "max_depth": 3}, data, 5)
    keep(
        "pickled_code",
        lambda f: mlflow.pyfunc.save_model(f, python_model=Wrapper(booster)),
        booster.predict(xgboost.DMatrix(probe)),
    )


boosters()
graphs()
if "--pickles" in sys.argv:
    pickles()
shown = gappy.assign(word=numpy.where(probe.c > 0, "up", "dö"), full=probe.c)
expected["rows"] = json.loads(shown.to_json(orient="split", index=False, double_precision=15))
(target / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
