"""Writes ../resources/splits.json: which rows scikit-learn puts into which fold, and what NumPy's RandomState draws.

Made with scikit-learn 1.9.1 and NumPy 2.4.6 on Python 3.11: python make_splits.py
Rows of long cases stand as the SHA-256 of the row numbers joined by commas.
"""

import hashlib
import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit, train_test_split

SEEDS = [0, 1, 42, 20261124, 2**32 - 1]


def rows(values):
    values = [int(value) for value in values]
    if len(values) <= 40:
        return values
    return hashlib.sha256(",".join(map(str, values)).encode()).hexdigest()


def folds(splitter, size, labels=None, groups=None):
    return [
        {"training": rows(training), "test": rows(test)}
        for training, test in splitter.split(np.zeros(size), labels, groups)
    ]


def labels(size, classes, seed):
    """Classes of uneven shares, each with at least 8 rows where that fits."""
    rng = np.random.RandomState(seed)
    shares = np.array([1 / (k * k + 1) for k in range(classes)])
    drawn = rng.choice(classes, size=size, p=shares / shares.sum())
    each = min(8, size // classes)
    drawn[: each * classes] = np.repeat(np.arange(classes), each)
    rng.shuffle(drawn)
    return drawn


def draws():
    for seed in SEEDS + [2**31]:
        r = np.random.RandomState(seed)
        yield {
            "seed": seed,
            "words": [int(r.randint(0, 2**32, dtype=np.uint32)) for _ in range(700)][-12:],
            "shuffled": [int(v) for v in np.random.RandomState(seed).permutation(40)],
            "long": rows(np.random.RandomState(seed).permutation(100_000)),
        }


def k_folds():
    for size in [5, 11, 53, 1000, 100_000]:
        for count in [2, 3, 5]:
            yield {"kind": "k", "rows": size, "count": count, "seed": None, "folds": folds(KFold(count), size)}
            for seed in SEEDS:
                splitter = KFold(count, shuffle=True, random_state=seed)
                yield {"kind": "k", "rows": size, "count": count, "seed": seed, "folds": folds(splitter, size)}


def stratified_folds():
    for size, classes in [(20, 2), (57, 2), (60, 4), (997, 2), (1000, 7), (6000, 3)]:
        y = labels(size, classes, size)
        for count in [2, 3, 5]:
            for seed in [None] + SEEDS:
                splitter = StratifiedKFold(count, shuffle=seed is not None, random_state=seed)
                yield {
                    "kind": "stratified",
                    "rows": size,
                    "labels": "".join(map(str, y)),
                    "count": count,
                    "seed": seed,
                    "folds": folds(splitter, size, y),
                }


def group_folds():
    for size, groups in [(12, 5), (40, 7), (1000, 37)]:
        rng = np.random.RandomState(size)
        numbers = (rng.gamma(1.5, groups / 4, size=size).astype(int) % groups) * 3 - 7
        for count in [2, 3, 5]:
            if len(set(numbers)) < count:
                continue
            for seed in [None, 0, 42, 20261124]:
                splitter = GroupKFold(count, shuffle=seed is not None, random_state=seed)
                named = np.array([f"g{n}" for n in numbers])
                yield {
                    "kind": "group",
                    "groups": [int(n) for n in numbers],
                    "count": count,
                    "seed": seed,
                    "folds": folds(splitter, size, None, numbers),
                    "folds_by_name": folds(splitter, size, None, named),
                }


def time_series():
    for size, count, gap, test_size, most in [
        (6, 5, 0, None, None),
        (12, 3, 0, None, None),
        (12, 3, 2, 2, None),
        (20, 4, 1, None, 5),
        (31, 4, 0, 3, 10),
        (1000, 5, 7, 100, 300),
    ]:
        splitter = TimeSeriesSplit(count, gap=gap, test_size=test_size, max_train_size=most)
        yield {
            "kind": "time",
            "rows": size,
            "count": count,
            "gap": gap,
            "test_rows": test_size,
            "greatest_training_rows": most,
            "folds": folds(splitter, size),
        }


def train_test():
    sizes = [(0.25, None), (0.1, None), (None, 0.7), (0.2, 0.5), (7, None), (None, 9), (0.3, 6)]
    for size, classes in [(20, 2), (57, 3), (60, 4), (997, 2), (1000, 7), (6000, 3)]:
        y = labels(size, classes, size + 1)
        for test, training in sizes:
            for seed in [None, 0, 1, 42, 20261124]:
                for stratify in [None, y]:
                    if seed is None and stratify is not None:
                        continue
                    try:
                        first, second = train_test_split(
                            np.arange(size),
                            test_size=test,
                            train_size=training,
                            shuffle=seed is not None,
                            random_state=seed,
                            stratify=stratify,
                        )
                    except ValueError:
                        continue
                    yield {
                        "kind": "train_test",
                        "rows": size,
                        "test": test,
                        "training": training,
                        "seed": seed,
                        "labels": None if stratify is None else "".join(map(str, y)),
                        "folds": [{"training": rows(first), "test": rows(second)}],
                    }


def main():
    warnings.simplefilter("error")
    cases = [*k_folds(), *stratified_folds(), *group_folds(), *time_series(), *train_test()]
    texts = {}
    for case in cases:  # long labels stand once
        if case.get("labels"):
            case["labels"] = texts.setdefault(case["labels"], len(texts))
    out = {
        "source": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}; make_splits.py",
        "draws": list(draws()),
        "labels": list(texts),
        "cases": cases,
    }
    target = pathlib.Path(__file__).parent.parent / "resources" / "splits.json"
    target.write_text(json.dumps(out, separators=(",", ":")).replace('{"kind"', '\n{"kind"') + "\n")
    print(len(cases), "cases,", target.stat().st_size, "bytes")


main()
