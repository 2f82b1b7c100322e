package io.steelyard.data;

import java.util.BitSet;
import org.duckdb.DuckDBWritableVector;

/// Writes a stretch of a column into a stretch of a vector of DuckDB; what is missing becomes null.
final class VectorWriter {
    private VectorWriter() {}

    static void write(Column column, int from, int count, DuckDBWritableVector vector, int at) {
        switch (column) {
            case DoubleColumn c -> write(c.values(), from, count, vector, at);
            case LongColumn c -> write(c.values(), c.missing(), from, count, vector, at);
            case TimestampColumn c -> write(c.values(), c.missing(), from, count, vector, at);
            case BooleanColumn c -> {
                for (int i = 0; i < count; i++) {
                    if (c.missing().get(from + i)) {
                        vector.setNull(at + i);
                    } else {
                        vector.setBoolean(at + i, c.values()[from + i]);
                    }
                }
            }
            case StringColumn c -> {
                for (int i = 0; i < count; i++) {
                    String value = c.values()[from + i];
                    if (value == null) {
                        vector.setNull(at + i);
                    } else {
                        vector.setString(at + i, value);
                    }
                }
            }
        }
    }

    private static void write(double[] values, int from, int count, DuckDBWritableVector vector, int at) {
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            if (Double.isNaN(value)) {
                vector.setNull(at + i);
            } else {
                vector.setDouble(at + i, value);
            }
        }
    }

    private static void write(long[] values, BitSet missing, int from, int count, DuckDBWritableVector vector, int at) {
        for (int i = 0; i < count; i++) {
            if (missing.get(from + i)) {
                vector.setNull(at + i);
            } else {
                vector.setLong(at + i, values[from + i]);
            }
        }
    }
}
