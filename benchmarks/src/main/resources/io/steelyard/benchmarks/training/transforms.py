"""Transforms in scikit-learn and NumPy. Arguments: the number of rows."""
import sys

import numpy as np
import sklearn
from sklearn.preprocessing import KBinsDiscretizer, OneHotEncoder, StandardScaler

from peer import bell, serve, uniform

rows = int(sys.argv[1])
bins = 10
carriers = np.array(["9E", "AA", "AS", "B6", "DL", "EV", "F9", "FL", "HA", "MQ", "OO", "UA", "US", "VX", "WN", "YV"])

x = bell(1, rows)
column = x.reshape(-1, 1)
code = (uniform(9, rows) ** 2 * len(carriers)).astype(np.int64)
text = carriers[code].reshape(-1, 1)  # <U2
objects = np.array(list(carriers), dtype=object)[code].reshape(-1, 1)  # shared str objects, as pandas has them
del code

def discretizer():
    return KBinsDiscretizer(
        n_bins=bins, encode="ordinal", strategy="quantile", quantile_method="linear", subsample=None
    )


fitted_bins = discretizer().fit(column)
inner = fitted_bins.bin_edges_[0][1:-1]
text_encoder = OneHotEncoder(handle_unknown="ignore").fit(text)
object_encoder = OneHotEncoder(handle_unknown="ignore").fit(objects)
scaler = StandardScaler().fit(column)
mean, scale = scaler.mean_[0], scaler.scale_[0]

weights = np.arange(1, len(carriers) + 1)
serve(
    {"Python": sys.version.split()[0], "NumPy": np.__version__, "scikit-learn": sklearn.__version__},
    {
        "binning fit": (
            {
                "KBinsDiscretizer.fit": lambda: discretizer().fit(column).bin_edges_[0],
                "numpy.percentile": lambda: np.percentile(x, np.linspace(0, 100, bins + 1)),
            },
            lambda edges: edges.sum(),
        ),
        "binning transform": (
            {
                "KBinsDiscretizer.transform": lambda: fitted_bins.transform(column),
                "numpy.digitize": lambda: np.digitize(x, inner),
                "numpy.searchsorted": lambda: np.searchsorted(inner, x, side="right"),
            },
            lambda found: found.sum(),
        ),
        "one-hot transform": (
            {
                "OneHotEncoder.transform of objects, sparse": lambda: object_encoder.transform(objects),
                "OneHotEncoder.transform of <U2, sparse": lambda: text_encoder.transform(text),
            },
            lambda encoded: encoded.sum(axis=0) @ weights,
        ),
        "scaling fit": (
            {"StandardScaler.fit": lambda: StandardScaler().fit(column).scale_[0]},
            lambda deviation: deviation,
        ),
        "scaling transform": (
            {
                "StandardScaler.transform": lambda: scaler.transform(column),
                "NumPy arithmetic": lambda: (x - mean) / scale,
            },
            lambda scaled: np.abs(scaled).sum(),
        ),
    },
)
