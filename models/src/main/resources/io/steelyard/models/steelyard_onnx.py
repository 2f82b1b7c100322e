"""Loads a model with its transforms, one ONNX graph, for mlflow.pyfunc: raw columns in, predictions out.

A missing value (None, NaN, NaT, pandas.NA) goes into the graph as what stands for it there: the empty text, NaN, the
least integer.
"""

import numpy
import onnxruntime
import pandas

_MISSING_INTEGER = numpy.iinfo(numpy.int64).min


class _Model:
    def __init__(self, path):
        self._session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        self._inputs = self._session.get_inputs()
        self._outputs = [output.name for output in self._session.get_outputs()]

    def predict(self, model_input, params=None):
        rows = pandas.DataFrame(model_input)
        feed = {column.name: _values(rows[column.name], column.type) for column in self._inputs}
        answers = self._session.run(self._outputs, feed)
        return pandas.DataFrame(dict(zip(self._outputs, answers)), index=rows.index)


def _values(column, kind):
    if kind == "tensor(string)":
        return column.astype(object).where(column.notna(), "").to_numpy(dtype=object)
    if kind == "tensor(bool)":
        return column.to_numpy(dtype=bool)
    if kind == "tensor(int64)":
        if pandas.api.types.is_datetime64_any_dtype(column):
            if column.dt.tz is not None:
                column = column.dt.tz_convert("UTC").dt.tz_localize(None)
            return column.to_numpy(dtype="datetime64[us]").astype("int64")
        return column.where(column.notna(), _MISSING_INTEGER).to_numpy(dtype="int64")
    return column.to_numpy(dtype="float64", na_value=numpy.nan)


def _load_pyfunc(path):
    return _Model(path)
