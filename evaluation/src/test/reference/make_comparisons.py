"""Writes ../resources/comparisons.json: intervals and paired tests by scipy, DeLong's test by its definition.

Made with scipy 1.17.1 and NumPy 2.4.6 on Python 3.11: python make_comparisons.py
"""

import json
import pathlib

import numpy as np
import scipy
from scipy import stats


def placements(positives, negatives):
    """How often each is on the right side of the others, by comparing all pairs."""
    wins = (positives[:, None] > negatives[None, :]) + 0.5 * (positives[:, None] == negatives[None, :])
    return wins.mean(axis=1), wins.mean(axis=0)


def delong(y, first, second):
    p1, n1 = placements(first[y == 1], first[y == 0])
    p2, n2 = placements(second[y == 1], second[y == 0])
    covariance = np.cov(p1, p2) / len(p1) + np.cov(n1, n2) / len(n1)
    variance = covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
    difference = p1.mean() - p2.mean()
    z = difference / np.sqrt(variance)
    return {
        "labels": y.tolist(),
        "first": first.tolist(),
        "second": second.tolist(),
        "difference": difference,
        "statistic": z,
        "p_value": 2 * stats.norm.sf(abs(z)),
    }


def interval(r, rows, resamples, level):
    errors = r.gamma(1.5, size=rows)
    found = {}
    result = stats.bootstrap((errors,), np.mean, n_resamples=resamples, method="percentile", random_state=r)
    for method in ["percentile", "BCa"]:
        read = stats.bootstrap(
            (errors,), np.mean, n_resamples=0, bootstrap_result=result, method=method, confidence_level=level
        )
        found[method.lower()] = [read.confidence_interval.low, read.confidence_interval.high]
    without = [(errors.sum() - e) / (rows - 1) for e in errors]
    return {
        "value": errors.mean(),
        "level": level,
        "distribution": result.bootstrap_distribution.tolist(),
        "without_each": without,
        **found,
    }


def t_test(first, second, training, test):
    plain = stats.ttest_rel(first, second)
    d = first - second
    t = d.mean() / np.sqrt(d.var(ddof=1) * (1 / len(d) + test / training))
    return {
        "first": first.tolist(),
        "second": second.tolist(),
        "training": training,
        "test": test,
        "plain": [plain.statistic, plain.pvalue],
        "corrected": [t, 2 * stats.t.sf(abs(t), len(d) - 1)],
    }


def main():
    r = np.random.RandomState(3)
    first = r.normal(0.8, 0.02, size=10)
    y = (r.uniform(size=90) < 0.4).astype(int)
    score = np.round(r.normal(size=90) + y, 1)
    out = {
        "source": f"scipy {scipy.__version__}, NumPy {np.__version__}; make_comparisons.py",
        "intervals": [interval(r, 30, 199, 0.95), interval(r, 200, 400, 0.8)],
        "t": [
            t_test(first, first + r.normal(0.01, 0.01, size=10), 900, 100),
            t_test(first[:5], first[:5] + r.normal(0, 0.02, size=5), 80, 20),
        ],
        "mcnemar": [
            {"only_first": a, "only_second": b, "p_value": stats.binomtest(a, a + b, 0.5).pvalue}
            for a, b in [(1, 9), (10, 10), (30, 51), (0, 3), (500, 420)]
        ],
        "delong": [
            delong(y, score, np.round(score + r.normal(size=90), 1)),
            delong(y, r.normal(size=90), score),
        ],
    }
    target = pathlib.Path(__file__).parent.parent / "resources" / "comparisons.json"
    target.write_text(json.dumps(out, separators=(",", ":")) + "\n")
    print(target.stat().st_size, "bytes")


main()
