"""Makes src/test/resources/linear.json: coefficients of scikit-learn 1.9's linear models, solved with tight tolerances.

Run from learner-linear: python src/test/reference/make_linear.py
Every value is a float32, so that both sides see the same rows.
"""
import json
import warnings

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge

assert sklearn.__version__.startswith("1.9."), sklearn.__version__
warnings.simplefilter("error")
rng = np.random.default_rng(20261124)
cases = []


def floats(a):
    return np.asarray(a, dtype=np.float32).astype(np.float64)


def rows(n, p, scale=1.0, shift=0.0):
    return floats(rng.normal(size=(n, p)) * scale + shift)


def values(x, noise=0.5):
    w = rng.normal(size=x.shape[1]) / (x.std(axis=0) + 1e-3)
    return floats(x @ w + 3 + noise * rng.normal(size=len(x)))


def classes(x, k):
    z = (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-3)
    margins = z @ rng.normal(size=(x.shape[1], k)) + rng.gumbel(size=(len(x), k)) * 1.5
    return margins.argmax(axis=1).astype(np.float64)


def add(name, learner, model, parameters, x, y, weights=None):
    model.fit(x, y, sample_weight=weights)
    cases.append({
        "name": name,
        "learner": learner,
        "parameters": {k: str(v) for k, v in parameters.items()},
        "classes": 0 if learner != "logistic-regression" else int(y.max()) + 1,
        "features": x.shape[1],
        "values": [float(str(np.float32(v))) for v in x.ravel()],
        "labels": [float(str(np.float32(v))) for v in y],
        "weights": None if weights is None else [float(str(np.float32(v))) for v in weights],
        "coefficients": np.atleast_2d(model.coef_).tolist(),
        "intercepts": np.atleast_1d(model.intercept_).tolist(),
    })


def weights(n):
    w = floats(rng.exponential(size=n))
    w[::7] = 0
    return w


x = rows(80, 4)
y = values(x)
w = weights(80)
add("plain", "linear-regression", LinearRegression(), {}, x, y)
add("weights", "linear-regression", LinearRegression(), {}, x, y, w)
add("no intercept", "linear-regression", LinearRegression(fit_intercept=False), {"fit_intercept": "false"}, x, y)
collinear = np.column_stack([x, floats(x[:, 0] + x[:, 1]), np.full(80, 4.0)])
collinear[:, 4] = floats(floats(np.round(x[:, 0] * 64) / 64) + floats(np.round(x[:, 1] * 64) / 64))
collinear[:, :2] = np.round(x[:, :2] * 64) / 64
add("collinear and constant", "linear-regression", LinearRegression(), {}, collinear, y)
wide = rows(12, 20)
add("more features than rows", "linear-regression", LinearRegression(), {}, wide, values(wide))
scales = floats(rows(60, 3) * np.array([1e-4, 1.0, 1e5]) + np.array([0, 50, 1e6]))
y_scales = values(scales)
add("unlike scales", "linear-regression", LinearRegression(), {}, scales, y_scales)
add("unlike scales, all of them", "linear-regression", LinearRegression(tol=1e-12), {"tol": 1e-12}, scales, y_scales)
add("plain", "ridge", Ridge(alpha=2.5, solver="svd"), {"alpha": 2.5}, x, y)
add("weights", "ridge", Ridge(solver="cholesky"), {}, x, y, w)
add("no intercept", "ridge", Ridge(alpha=0.1, solver="svd", fit_intercept=False), {"alpha": 0.1, "fit_intercept": "false"}, x, y)
add("collinear and constant", "ridge", Ridge(alpha=0.5, solver="svd"), {"alpha": 0.5}, collinear, y)
add("more features than rows", "ridge", Ridge(alpha=3, solver="svd"), {"alpha": 3}, wide, values(wide))
tight = {"tol": 1e-14, "max_iter": 1_000_000}
add("plain", "lasso", Lasso(alpha=0.1, **tight), {"alpha": 0.1}, x, y)
add("weights", "lasso", Lasso(alpha=0.05, **tight), {"alpha": 0.05}, x, y, w)
add("plain", "elastic-net", ElasticNet(alpha=0.2, l1_ratio=0.3, **tight), {"alpha": 0.2, "l1_ratio": 0.3}, x, y)
add("no intercept", "elastic-net", ElasticNet(alpha=0.2, fit_intercept=False, **tight), {"alpha": 0.2, "fit_intercept": "false"}, x, y)
add("more features than rows", "elastic-net", ElasticNet(alpha=0.3, **tight), {"alpha": 0.3}, wide, values(wide))

newton = {"solver": "newton-cholesky", "tol": 1e-13, "max_iter": 1000}
slow = {"solver": "lbfgs", "tol": 1e-13, "max_iter": 1_000_000}
warnings.simplefilter("ignore")
x = rows(120, 4)
y = classes(x, 2)
w = weights(120)
add("plain", "logistic-regression", LogisticRegression(**newton), {}, x, y)
add("weights", "logistic-regression", LogisticRegression(C=0.3, **newton), {"C": 0.3}, x, y, w)
add("balanced", "logistic-regression", LogisticRegression(class_weight="balanced", **newton), {"class_weight": "balanced"}, x, y)
add("balanced, weights", "logistic-regression", LogisticRegression(class_weight="balanced", **newton), {"class_weight": "balanced"}, x, y, w)
add("no intercept", "logistic-regression", LogisticRegression(fit_intercept=False, **newton), {"fit_intercept": "false"}, x, y)
add("no penalty", "logistic-regression", LogisticRegression(C=np.inf, **newton), {"C": "inf"}, x, y)
constant = np.column_stack([x, np.full(120, 7.0)])
add("constant", "logistic-regression", LogisticRegression(**newton), {}, constant, y)
quarters = np.round(x * 4) / 4
same = np.column_stack([quarters, quarters[:, 0] + quarters[:, 1]])
add("collinear", "logistic-regression", LogisticRegression(C=10, **newton), {"C": 10}, same, y)
add("collinear, no penalty", "logistic-regression", LogisticRegression(C=np.inf, **slow), {"C": "inf"}, same, y)
scales = floats(rows(150, 3) * np.array([0.01, 1.0, 100]) + np.array([0, 5, 1000]))
add("unlike scales", "logistic-regression", LogisticRegression(**newton), {}, scales, classes(scales, 2))
wide = rows(20, 30)
add("more features than rows", "logistic-regression", LogisticRegression(**newton), {}, wide, classes(wide, 2))
x = rows(150, 3)
y = classes(x, 4)
w = weights(150)
add("four classes", "logistic-regression", LogisticRegression(**newton), {}, x, y)
add("four classes, weights", "logistic-regression", LogisticRegression(C=5, **newton), {"C": 5}, x, y, w)
add("four classes, no penalty", "logistic-regression", LogisticRegression(C=np.inf, **slow), {"C": "inf"}, x, y)
add("four classes, no intercept", "logistic-regression", LogisticRegression(fit_intercept=False, **newton), {"fit_intercept": "false"}, x, y)
for case in cases:
    if case["classes"] > 2 and case["parameters"].get("C") == "inf":
        # Only the sum over the classes is free: scikit-learn's own start at 0 keeps it there.
        assert abs(np.sum(case["coefficients"], axis=0)).max() < 1e-8

with open("src/test/resources/linear.json", "w") as f:
    json.dump({"made by": "scikit-learn " + sklearn.__version__ + ", src/test/reference/make_linear.py", "cases": cases}, f)
    f.write("\n")
