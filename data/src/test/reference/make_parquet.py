"""Parquet files whose columns' names stand twice, which DuckDB does not write. Made with pyarrow 26.0.1.

Writes into src/test/resources/io/steelyard/data, from the room's folder: python src/test/reference/make_parquet.py
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

TARGET = Path("src/test/resources/io/steelyard/data")
ONE, OTHER = pa.array([1, 2]), pa.array([3, 4])

pq.write_table(pa.table([ONE, OTHER], names=["a", "a"]), TARGET / "same_name.parquet")
pq.write_table(pa.table([ONE, OTHER], names=["a", "A"]), TARGET / "same_name_other_case.parquet")
pq.write_table(pa.table({"a": ONE, "s": [{"a": 3, "b": [1]}, {"a": 4, "b": []}]}), TARGET / "nested.parquet")
