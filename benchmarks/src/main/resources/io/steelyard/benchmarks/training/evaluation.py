"""Metrics in scikit-learn. Arguments: the number of rows."""
import sys

import numpy as np
import sklearn
from sklearn.metrics import average_precision_score, roc_auc_score

from peer import serve, uniform

rows = int(sys.argv[1])
scores = uniform(20, rows)
whole = (uniform(21, rows) < scores).astype(np.int64)
floats = whole.astype(np.float64)

serve(
    {"Python": sys.version.split()[0], "NumPy": np.__version__, "scikit-learn": sklearn.__version__},
    {
        "ROC AUC": (
            {
                "roc_auc_score of int64 labels": lambda: roc_auc_score(whole, scores),
                "roc_auc_score of float64 labels": lambda: roc_auc_score(floats, scores),
            },
            lambda area: area,
        ),
        "PR AUC": (
            {
                "average_precision_score of int64 labels": lambda: average_precision_score(whole, scores),
                "average_precision_score of float64 labels": lambda: average_precision_score(floats, scores),
            },
            lambda area: area,
        ),
    },
)
