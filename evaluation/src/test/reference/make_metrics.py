"""Writes ../resources/metrics.json: what scikit-learn says of predictions.

Made with scikit-learn 1.9.1 and NumPy 2.4.6 on Python 3.11: python make_metrics.py
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")


def plain(values):
    return [None if np.isnan(v) else "inf" if np.isinf(v) else float(v) for v in np.asarray(values, dtype=float).ravel()]


def number(value):
    return plain([value])[0]


def curve(values):
    first, second, thresholds = values
    return {"first": plain(first), "second": plain(second), "thresholds": plain(thresholds)}


def expected_calibration_error(right, confidence, weights, bins=10):
    """Over the bins of calibration_curve."""
    ids = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence)
    w = np.ones(len(right)) if weights is None else weights
    error = 0.0
    for b in range(bins):
        inside = (ids == b) & (w > 0)
        if inside.any():
            gap = np.average(confidence[inside], weights=w[inside]) - np.average(right[inside], weights=w[inside])
            error += w[inside].sum() * abs(gap)
    return error / w.sum()


def binary(name, y, s, w=None, threshold=0.5):
    p = (s >= threshold).astype(int)
    kw = {"sample_weight": w}
    return {
        "name": name,
        "labels": plain(y),
        "scores": plain(s),
        "weights": None if w is None else plain(w),
        "threshold": threshold,
        "confusion": plain(m.confusion_matrix(y, p, labels=[0, 1], **kw)),
        "values": {
            "roc_auc": number(m.roc_auc_score(y, s, **kw)),
            "log_loss": number(m.log_loss(y, s, labels=[0, 1], **kw)),
            "brier": number(m.brier_score_loss(y, s, pos_label=1, **kw)),
            "accuracy": number(m.accuracy_score(y, p, **kw)),
            "precision": number(m.precision_score(y, p, **kw)),
            "recall": number(m.recall_score(y, p, **kw)),
            "f1": number(m.f1_score(y, p, **kw)),
            "pr_auc": number(m.average_precision_score(y, s, **kw)),
            "balanced_accuracy": number(m.balanced_accuracy_score(y, p, **kw)),
            "mcc": number(m.matthews_corrcoef(y, p, **kw)),
            "calibration_error": number(expected_calibration_error(y, s, w)),
        },
        "roc": curve(m.roc_curve(y, s, **kw)),
        "roc_all": curve(m.roc_curve(y, s, drop_intermediate=False, **kw)),
        "pr": curve(m.precision_recall_curve(y, s, drop_intermediate=True, **kw)),
        "pr_all": curve(m.precision_recall_curve(y, s, **kw)),
        "calibration": [plain(c) for c in calibration_curve(y, s, n_bins=10)] if w is None else None,
        "calibration_quantile": [plain(c) for c in calibration_curve(y, s, n_bins=5, strategy="quantile")]
        if w is None
        else None,
    }


def multiclass(name, y, s, w=None):
    classes = s.shape[1]
    labels = list(range(classes))
    p = s.argmax(axis=1)
    kw = {"sample_weight": w}
    values = {
        "log_loss": number(m.log_loss(y, s, labels=labels, **kw)),
        "brier": number(m.brier_score_loss(y, s, labels=labels, **kw)),
        "accuracy": number(m.accuracy_score(y, p, **kw)),
        "balanced_accuracy": number(m.balanced_accuracy_score(y, p, **kw)),
        "mcc": number(m.matthews_corrcoef(y, p, **kw)),
        "calibration_error": number(expected_calibration_error((p == y).astype(float), s.max(axis=1), w)),
    }
    for average in ["macro", "weighted", "micro"]:
        values[f"precision_{average}"] = number(m.precision_score(y, p, average=average, **kw))
        values[f"recall_{average}"] = number(m.recall_score(y, p, average=average, **kw))
        values[f"f1_{average}"] = number(m.f1_score(y, p, average=average, **kw))
    for average, ending in [("macro", ""), ("weighted", "_weighted")]:
        if classes > 2:
            auc = m.roc_auc_score(y, s, labels=labels, multi_class="ovr", average=average, **kw)
            one = (y[:, None] == np.arange(classes)).astype(int)
            pr = m.average_precision_score(one, s, average=average, **kw)
            values["roc_auc_ovr" + ending] = number(auc)
            values["pr_auc_ovr" + ending] = number(pr)
    return {
        "name": name,
        "classes": classes,
        "labels": [int(v) for v in y],
        "scores": plain(s),
        "weights": None if w is None else plain(w),
        "confusion": plain(m.confusion_matrix(y, p, labels=labels, **kw)),
        "values": values,
    }


def regression(name, y, p, w=None):
    kw = {"sample_weight": w}
    return {
        "name": name,
        "labels": plain(y),
        "predictions": plain(p),
        "weights": None if w is None else plain(w),
        "values": {
            "rmse": number(m.root_mean_squared_error(y, p, **kw)),
            "mae": number(m.mean_absolute_error(y, p, **kw)),
            "r2": number(m.r2_score(y, p, **kw)),
            "mape": number(m.mean_absolute_percentage_error(y, p, **kw)),
            "pinball_0.5": number(m.mean_pinball_loss(y, p, alpha=0.5, **kw)),
            "pinball_0.9": number(m.mean_pinball_loss(y, p, alpha=0.9, **kw)),
        },
    }


def probabilities(r, rows, classes, digits=None):
    s = r.gamma(0.7, size=(rows, classes))
    s /= s.sum(axis=1, keepdims=True)
    if digits is not None:
        s = np.round(s, digits)
        s[:, -1] = 0
        over = s.sum(axis=1) > 1
        s[over] = 0
        s[:, -1] = np.round(1 - s.sum(axis=1), digits)
    return s


def main():
    r = np.random.RandomState(7)

    def sample(rows, share, digits=None):
        y = (r.uniform(size=rows) < share).astype(int)
        s = 1 / (1 + np.exp(-(r.normal(size=rows) + 1.3 * y - 0.8)))
        return y, s if digits is None else np.round(s, digits)

    y200, s200 = sample(200, 0.3)
    y150, s150 = sample(150, 0.5, 1)
    y80, s80 = sample(80, 0.1, 2)
    weights = np.round(r.gamma(1.0, size=150), 3)
    weights[::7] = 0
    binaries = [
        binary("plain", y200, s200),
        binary("ties on the edges of bins", y150, s150),
        binary("rare, another threshold", y80, s80, threshold=0.37),
        binary("ties and weights", y150, s150, weights),
        binary("weights without ties", y200, s200, r.gamma(2.0, size=200)),
        binary("whole weights", y80, s80, r.randint(1, 4, size=80).astype(float)),
        binary("one score for all", np.array([0, 1, 1, 0, 1]), np.full(5, 0.4)),
        binary("perfect", np.array([0, 0, 1, 1, 1]), np.array([0.0, 0.2, 0.8, 0.9, 1.0])),
        binary("upside down", np.array([1, 1, 0, 0, 0]), np.array([0.0, 0.2, 0.8, 0.9, 1.0])),
        binary("only zeros", np.zeros(4, dtype=int), np.array([0.1, 0.7, 0.7, 0.3])),
        binary("only ones", np.ones(4, dtype=int), np.array([0.1, 0.7, 0.7, 0.3])),
        binary("one row", np.array([1]), np.array([0.9])),
    ]
    y3 = r.choice(3, size=120, p=[0.6, 0.3, 0.1])
    y5 = r.choice(5, size=90)
    w120 = np.round(r.gamma(1.0, size=120), 3)
    w120[::9] = 0
    absent = np.where(y5 == 3, 1, y5)
    s5 = probabilities(r, 90, 5)
    never = s5.copy()
    never[:, 0] += never[:, 3]
    never[:, 3] = 0
    multis = [
        multiclass("three classes", y3, probabilities(r, 120, 3)),
        multiclass("ties", y3, probabilities(r, 120, 3, 1)),
        multiclass("weights", y3, probabilities(r, 120, 3, 2), w120),
        multiclass("five classes", y5, s5),
        multiclass("a class that never came true", absent, s5),
        multiclass("a class that neither came true nor was predicted", absent, never),
        multiclass("one class only", np.full(6, 2), probabilities(r, 6, 3)),
        multiclass("two classes", y200, np.column_stack([1 - s200, s200])),
    ]
    y = r.normal(50, 20, size=100)
    p = y + r.normal(0, 7, size=100)
    regressions = [
        regression("plain", y, p),
        regression("weights", y, p, np.where(np.arange(100) % 5 == 0, 0, r.gamma(1.0, size=100))),
        regression("labels of zero", np.array([0.0, 0.0, 2.0, -3.0]), np.array([0.0, 0.5, 2.5, -2.0])),
        regression("constant labels, right", np.full(3, 4.0), np.full(3, 4.0)),
        regression("constant labels, wrong", np.full(3, 4.0), np.array([4.0, 5.0, 3.0])),
        regression("one row", np.array([3.0]), np.array([2.0])),
        regression("great offset", 1e9 + y, 1e9 + p),
    ]
    out = {
        "source": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}; make_metrics.py",
        "binary": binaries,
        "multiclass": multis,
        "regression": regressions,
    }
    target = pathlib.Path(__file__).parent.parent / "resources" / "metrics.json"
    target.write_text(json.dumps(out, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
    print(target.stat().st_size, "bytes")


main()
