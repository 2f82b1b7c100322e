package io.steelyard.data;

import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Reads the first rows of a vector of DuckDB as a column; null becomes missing. A single-precision vector can be read as it is.
enum VectorReader {
    FLOAT("FLOAT") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = vector.getFloat(row, Float.NaN);
            }
            return new DoubleColumn(values);
        }
    },
    DOUBLE("DOUBLE") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = vector.getDouble(row, Double.NaN);
            }
            return new DoubleColumn(values);
        }
    },
    LONG("BIGINT") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            BitSet missing = new BitSet();
            return new LongColumn(longs(vector, rows, missing), missing);
        }
    },
    TIMESTAMP("BIGINT") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            BitSet missing = new BitSet();
            return new TimestampColumn(longs(vector, rows, missing), missing);
        }
    },
    BOOLEAN("BOOLEAN") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            boolean[] values = new boolean[rows];
            BitSet missing = new BitSet();
            for (int row = 0; row < rows; row++) {
                if (vector.isNull(row)) {
                    missing.set(row);
                } else {
                    values[row] = vector.getBoolean(row);
                }
            }
            return new BooleanColumn(values, missing);
        }
    },
    STRING("VARCHAR") {
        @Override
        Column read(DuckDBReadableVector vector, int rows) {
            @Nullable String[] values = new @Nullable String[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = vector.isNull(row) ? null : vector.getString(row);
            }
            return new StringColumn(values);
        }
    };

    private final String sqlType;

    VectorReader(String sqlType) {
        this.sqlType = sqlType;
    }

    static VectorReader of(ColumnType type) {
        return switch (type) {
            case DOUBLE -> DOUBLE;
            case LONG -> LONG;
            case TIMESTAMP -> TIMESTAMP;
            case BOOLEAN -> BOOLEAN;
            case STRING -> STRING;
        };
    }

    /// DuckDB's name of the type that the vector must have.
    String sqlType() {
        return sqlType;
    }

    abstract Column read(DuckDBReadableVector vector, int rows);

    private static long[] longs(DuckDBReadableVector vector, int rows, BitSet missing) {
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(row)) {
                missing.set(row);
            } else {
                values[row] = vector.getLong(row);
            }
        }
        return values;
    }
}
