"""Trains small models of every kind with XGBoost, LightGBM and scikit-learn and writes them with rows and what the library answers.

python3 make_models.py FOLDER (xgboost 3.2.0, lightgbm 4.7.0, scikit-learn 1.9, skl2onnx 1.20.0, onnxmltools 1.16.0, onnxruntime 1.32.0, numpy)

NAME.expected holds lines of key=numbers: rows (5 values each), margins, scores, leaves, contributions; and classes, where they are known.
"""

import sys

import lightgbm as lgb
import numpy as np
import xgboost as xgb

random = np.random.default_rng(20130101)
FOLDER = sys.argv[1]
FEATURES = 5
SPECIAL = [0.0, -0.0, np.inf, -np.inf, 1e-45, -1e-45, 1e-36, -1e-36, 3.4e38, -3.4e38, np.nan]


def rows(count, categories=0):
    values = random.normal(size=(count, FEATURES)).astype(np.float32)
    values[:, 3] = np.round(values[:, 3])
    if categories:
        values[:, 4] = random.integers(0, categories, count)
    values[random.random(values.shape) < 0.15] = np.nan
    return values


def probe(categories=0):
    values = rows(60, categories)
    values[:20] = np.where(random.random((20, FEATURES)) < 0.4, random.choice(SPECIAL, (20, FEATURES)), values[:20])
    if categories:
        values[:30, 4] = random.choice([-3, -1, -0.5, 0.5, 1.9, categories, categories + 40, 1e6, 3e9, np.nan], 30)
    return values.astype(np.float32)


def signal(x):
    clean = np.nan_to_num(x)
    return clean[:, 0] * clean[:, 1] + np.isnan(x[:, 2]) + np.sin(2 * clean[:, 3]) + 0.1 * (clean[:, 4].astype(int) % 3)


def write(name, x, **answers):
    with open(f"{FOLDER}/{name}.expected", "w", encoding="utf-8") as file:
        for key, values in {"rows": x, **answers}.items():
            numbers = " ".join(repr(float(v)) for v in np.asarray(values).ravel())
            file.write(f"{key}={numbers}\n")


def xgboost(name, label, rounds=6, categories=0, kind="ubj", train=None, targets=None, matrix={}, more=None, **parameters):
    x = rows(800, categories) if train is None else train
    y = label(x)
    types = ["q"] * 4 + ["c" if categories else "q"]
    data = xgb.DMatrix(x, y, feature_types=types, enable_categorical=True, **{k: v(x) if callable(v) else v for k, v in matrix.items()})
    booster = xgb.train({"max_depth": 4, "seed": 1, "nthread": 1, **parameters}, data, rounds, **(more(data) if more else {}))
    booster.save_model(f"{FOLDER}/xgboost_{name}.{kind}")
    booster = xgb.Booster(model_file=f"{FOLDER}/xgboost_{name}.{kind}")
    p = probe(categories)
    p[np.isinf(p)] = 77  # a DMatrix takes no infinities
    q = xgb.DMatrix(p, feature_types=types, enable_categorical=True)
    answers = {"margins": booster.predict(q, output_margin=True), "leaves": booster.predict(q, pred_leaf=True), "contributions": booster.predict(q, pred_contribs=True)}
    predicted = booster.predict(q)
    answers["classes" if parameters["objective"] == "multi:softmax" else "scores"] = predicted
    write(f"xgboost_{name}", p, **answers)


def positive(x):
    return np.exp(0.5 * signal(x)) + 0.1


def three(x):
    return np.digitize(signal(x), [0, 0.8])


def yes(x):
    return signal(x) > 0.4


xgboost("softprob", three, objective="multi:softprob", num_class=3)
xgboost("softmax", three, objective="multi:softmax", num_class=3, kind="json", num_parallel_tree=2, subsample=0.7)
xgboost("poisson", lambda x: np.round(positive(x)), objective="count:poisson")
xgboost("gamma", positive, objective="reg:gamma", kind="json")
xgboost("tweedie", positive, objective="reg:tweedie", tweedie_variance_power=1.3)
xgboost("absolute", signal, objective="reg:absoluteerror")
xgboost("quantile", signal, objective="reg:quantileerror", quantile_alpha=[0.1, 0.9])
xgboost("pseudohuber", signal, objective="reg:pseudohubererror")
xgboost("squaredlog", positive, objective="reg:squaredlogerror")
xgboost("logitraw", yes, objective="binary:logitraw", base_score=0.3)
xgboost("hinge", yes, objective="binary:hinge")
xgboost("reglogistic", yes, objective="reg:logistic", matrix={"weight": lambda x: random.random(len(x)) * 3})
xgboost("ranking", three, objective="rank:ndcg", matrix={"group": [100] * 8})
xgboost("aft", positive, objective="survival:aft", matrix={"label_lower_bound": positive, "label_upper_bound": lambda x: positive(x) * 1.2})
xgboost("onehot", yes, objective="binary:logistic", categories=12, max_cat_to_onehot=100)
xgboost("sets", yes, objective="binary:logistic", categories=70, max_cat_to_onehot=1, kind="json")
xgboost("setsmulti", three, objective="multi:softprob", num_class=3, categories=9, max_cat_to_onehot=2)
xgboost("dart", yes, objective="binary:logistic", booster="dart", rate_drop=0.5, rounds=12)
xgboost("dartmulti", three, objective="multi:softprob", num_class=3, booster="dart", rate_drop=0.3, kind="json")
xgboost("targets", lambda x: np.stack([signal(x), -signal(x) ** 2], 1), objective="reg:squarederror")
xgboost("deep", signal, objective="reg:squarederror", max_depth=14, min_child_weight=0, rounds=3)
xgboost("lossguide", yes, objective="binary:logistic", grow_policy="lossguide", max_leaves=60, max_depth=0)
xgboost("early", yes, objective="binary:logistic", rounds=40, eta=1, more=lambda d: {"evals": [(xgb.DMatrix(rows(200), random.random(200) > 0.5, feature_types=["q"] * 5), "v")], "early_stopping_rounds": 3, "verbose_eval": False})


def lightgbm(name, label, rounds=6, categories=0, group=None, weight=None, **parameters):
    x = rows(800, categories).astype(np.float64) * (1 if categories else 1.0000001)
    y = label(x)
    data = lgb.Dataset(x, y, group=group, categorical_feature=[4] if categories else "auto", weight=weight, params={"verbose": -1, "min_data_in_bin": 1})
    booster = lgb.train({"verbose": -1, "num_leaves": 15, "min_data_in_leaf": 3, "num_threads": 1, "deterministic": True, "seed": 1, **parameters}, data, rounds)
    booster.save_model(f"{FOLDER}/lightgbm_{name}.txt")
    booster = lgb.Booster(model_file=f"{FOLDER}/lightgbm_{name}.txt")
    p = probe(categories).astype(np.float64)
    answers = {"margins": booster.predict(p, raw_score=True), "scores": booster.predict(p), "leaves": booster.predict(p, pred_leaf=True)}
    if not parameters.get("linear_tree"):
        answers["contributions"] = booster.predict(p, pred_contrib=True)
    write(f"lightgbm_{name}", p, **answers)


lightgbm("regression", signal, objective="regression")
lightgbm("roots", signal, objective="regression", reg_sqrt=True)
lightgbm("absolute", signal, objective="regression_l1")
lightgbm("huber", signal, objective="huber")
lightgbm("quantile", signal, objective="quantile", alpha=0.8)
lightgbm("binary", yes, objective="binary", sigmoid=0.7, weight=random.random(800) + 0.1)
lightgbm("multiclass", three, objective="multiclass", num_class=3)
lightgbm("onevsall", three, objective="multiclassova", num_class=3)
lightgbm("poisson", lambda x: np.round(positive(x)), objective="poisson")
lightgbm("gamma", positive, objective="gamma")
lightgbm("tweedie", positive, objective="tweedie")
lightgbm("crossentropy", yes, objective="cross_entropy")
lightgbm("crossentropylambda", yes, objective="cross_entropy_lambda")
lightgbm("ranking", three, objective="lambdarank", group=[100] * 8)
lightgbm("randomforest", yes, objective="binary", boosting="rf", bagging_freq=1, bagging_fraction=0.6)
lightgbm("randomforestregression", signal, objective="regression", boosting="rf", bagging_freq=1, bagging_fraction=0.6)
lightgbm("dart", yes, objective="binary", boosting="dart", drop_rate=0.5, rounds=12)
lightgbm("linear", signal, objective="regression", linear_tree=True)
lightgbm("categories", yes, objective="binary", categories=70, max_cat_to_onehot=1, min_data_per_group=1, cat_smooth=1)
lightgbm("zeromissing", yes, objective="binary", zero_as_missing=True)
lightgbm("nomissing", yes, objective="binary", use_missing=False)
lightgbm("leafwise", signal, objective="regression", num_leaves=200, min_data_in_leaf=1, rounds=3)
lightgbm("large", signal, objective="regression", num_leaves=500, min_data_in_leaf=1, rounds=2)
lightgbm("constant", signal, objective="regression", min_data_in_leaf=700)


def onnx_models():
    import onnxruntime as ort
    from onnx import TensorProto, helper, numpy_helper
    from skl2onnx import to_onnx
    from sklearn.ensemble import ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor
    from sklearn.tree import DecisionTreeClassifier

    def write_onnx(name, model, x, output=-1):
        with open(f"{FOLDER}/onnx_{name}.onnx", "wb") as file:
            file.write(model.SerializeToString())
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        answers = session.run(None, {session.get_inputs()[0].name: x})
        named = {"scores": answers[output]}
        if len(answers) > 1 and answers[0].dtype == np.int64:
            named["classes"] = answers[0]
        write(f"onnx_{name}", x, **named)

    x = np.nan_to_num(rows(600))
    p = probe()
    p = np.nan_to_num(p, posinf=77, neginf=-77)
    plain = {"zipmap": False}
    small = {"n_estimators": 6, "max_depth": 5, "random_state": 1}
    write_onnx("forestregressor", to_onnx(RandomForestRegressor(**small).fit(x, signal(x)), x[:1]), p)
    write_onnx("extratrees", to_onnx(ExtraTreesRegressor(**small).fit(x, np.stack([signal(x), x[:, 0]], 1)), x[:1]), p)
    write_onnx("forestbinary", to_onnx(RandomForestClassifier(**small).fit(x, yes(x).astype(int)), x[:1], options=plain), p)
    write_onnx("forestthree", to_onnx(RandomForestClassifier(**small).fit(x, three(x)), x[:1], options=plain), p)
    write_onnx("tree", to_onnx(DecisionTreeClassifier(max_depth=6).fit(x, three(x)), x[:1], options=plain), p)

    import onnxmltools
    from onnxmltools.convert.common.data_types import FloatTensorType

    types = [("input", FloatTensorType([None, FEATURES]))]
    q = probe()
    for name, objective, label, classes in [("xgbbinary", "binary:logistic", yes, None), ("xgbthree", "multi:softprob", three, 3), ("xgbregression", "reg:squarederror", signal, None)]:
        t = rows(800)
        kind = xgb.XGBRegressor if classes is None and objective.startswith("reg") else xgb.XGBClassifier
        model = kind(n_estimators=6, max_depth=4, objective=objective, base_score=0.4 if classes is None else None).fit(t, label(t).astype(int) if kind is xgb.XGBClassifier else label(t))
        try:
            write_onnx(name, onnxmltools.convert_xgboost(model, initial_types=types, target_opset=15), q)
        except Exception as failure:
            print("not made:", name, failure)
    t = rows(800)
    model = lgb.LGBMClassifier(n_estimators=6, num_leaves=15, verbose=-1).fit(t, yes(t))
    try:
        write_onnx("lgbbinary", onnxmltools.convert_lightgbm(model, initial_types=types, target_opset=15, zipmap=False), q)
    except Exception as failure:
        print("not made: lgbbinary", failure)

    def graph(node, kind=TensorProto.FLOAT, outputs=1, opset=3):
        made = helper.make_graph([node], "g", [helper.make_tensor_value_info("X", kind, [None, FEATURES])], [helper.make_tensor_value_info("Y", kind, [None, outputs])])
        return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", opset)], ir_version=8, producer_name="by hand")

    # Two trees with every kind of branch; the tests go by feature 0 to 4.
    modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"]
    for aggregate in ["SUM", "AVERAGE", "MIN", "MAX"]:
        for transform in ["NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO"]:
            if transform != "NONE" and aggregate != "SUM":
                continue
            n = {k: [] for k in ["treeids", "nodeids", "featureids", "values", "modes", "truenodeids", "falsenodeids", "missing_value_tracks_true"]}
            leaf = {k: [] for k in ["treeids", "nodeids", "ids", "weights"]}
            for tree in range(3):
                for i, mode in enumerate(modes):  # a chain: true goes to a leaf, false to the next
                    for key, value in zip(n, [tree, 2 * i, (i + tree) % FEATURES, float([0, 0.5, -1, 1, 0, 1][i]), mode, 2 * i + 1, 2 * i + 2, (i + tree) % 2]):
                        n[key].append(value)
                    for key, value in zip(n, [tree, 2 * i + 1, 0, 0.0, "LEAF", 0, 0, 0]):
                        n[key].append(value)
                for key, value in zip(n, [tree, 12, 0, 0.0, "LEAF", 0, 0, 0]):
                    n[key].append(value)
                for i in [1, 3, 5, 7, 9, 11, 12]:
                    for target in range(2):
                        for key, value in zip(leaf, [tree, i, target, float(np.float32(random.normal()))]):
                            leaf[key].append(value)
            node = helper.make_node("TreeEnsembleRegressor", ["X"], ["Y"], domain="ai.onnx.ml", n_targets=2, aggregate_function=aggregate, post_transform=transform,
                                    base_values=[0.25, -0.5], **{f"nodes_{k}": v for k, v in n.items()}, **{f"target_{k}": v for k, v in leaf.items()})
            write_onnx(f"modes_{aggregate}_{transform}".lower(), graph(node, outputs=2), probe())

    # Version 5: a set, a comparison, and a tree that is one leaf.
    for kind, number in [(np.float32, TensorProto.FLOAT), (np.float64, TensorProto.DOUBLE)]:
        node = helper.make_node(
            "TreeEnsemble", ["X"], ["Y"], domain="ai.onnx.ml", n_targets=2, aggregate_function=1, post_transform=0,
            tree_roots=[0, 2, 3], nodes_featureids=[3, 0, 1, 0], nodes_splits=numpy_helper.from_array(np.array([0, 0.3, -0.2, 0], kind)),
            nodes_modes=numpy_helper.from_array(np.array([6, 0, 3, 0], np.uint8)), nodes_truenodeids=[0, 1, 3, 5], nodes_trueleafs=[1, 1, 1, 1],
            nodes_falsenodeids=[1, 2, 4, 5], nodes_falseleafs=[0, 1, 1, 1], nodes_missing_value_tracks_true=[0, 1, 0, 0],
            leaf_targetids=[0, 1, 0, 1, 1, 0], leaf_weights=numpy_helper.from_array(np.array([1.5, -2, 0.25, 3, 4, 0.125], kind)),
            membership_values=numpy_helper.from_array(np.array([-1, 0, 2, np.nan], kind)))
        p = probe()
        p[np.abs(p) < 1e-30] = 0  # in sets ONNX Runtime takes denormals for zero
        write_onnx(f"version5_{np.dtype(kind).name}", graph(node, number, 2, 5), p.astype(kind))


onnx_models()
