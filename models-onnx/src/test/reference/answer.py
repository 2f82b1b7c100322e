"""Asks a model of mlflow.pyfunc: answer.py FOLDER ROWS.json ANSWERS.json; rows and answers as pandas' records."""

import json
import sys

import mlflow
import pandas

folder, rows, answers = sys.argv[1:]
model = mlflow.pyfunc.load_model(folder)
frame = pandas.DataFrame(json.load(open(rows)))
for column in model.metadata.get_input_schema().inputs:
    if column.type.name == "datetime":
        frame[column.name] = pandas.to_datetime(frame[column.name]).dt.tz_localize(None)
    if column.type.name in ("double", "float"):
        frame[column.name] = frame[column.name].astype("float64")
model.predict(frame).to_json(answers, orient="records", double_precision=15)
