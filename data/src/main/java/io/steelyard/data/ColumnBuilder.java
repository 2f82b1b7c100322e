package io.steelyard.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Gathers the pieces of a column as a query brings them.
abstract sealed class ColumnBuilder {
    private int size;

    static ColumnBuilder of(ColumnType type, int capacity) {
        return switch (type) {
            case DOUBLE -> new Doubles(capacity);
            case LONG -> new Longs(capacity, ColumnType.LONG);
            case TIMESTAMP -> new Longs(capacity, ColumnType.TIMESTAMP);
            case BOOLEAN -> new Booleans(capacity);
            case STRING -> new Strings(capacity);
        };
    }

    /// Appends the first rows of a vector.
    final void append(DuckDBReadableVector vector, int count) {
        if (size + count > capacity()) {
            grow(Math.max(size + count, capacity() + (capacity() >> 1)));
        }
        copy(vector, count, size);
        size += count;
    }

    final int size() {
        return size;
    }

    abstract int capacity();

    abstract void grow(int capacity);

    abstract void copy(DuckDBReadableVector vector, int count, int at);

    abstract Column build();

    private static final class Doubles extends ColumnBuilder {
        private double[] values;

        Doubles(int capacity) {
            values = new double[capacity];
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void copy(DuckDBReadableVector vector, int count, int at) {
            for (int row = 0; row < count; row++) {
                values[at + row] = vector.getDouble(row, Double.NaN);
            }
        }

        @Override
        Column build() {
            return new DoubleColumn(size() == values.length ? values : Arrays.copyOf(values, size()));
        }
    }

    private static final class Longs extends ColumnBuilder {
        private final ColumnType type;
        private final BitSet missing = new BitSet();
        private long[] values;

        Longs(int capacity, ColumnType type) {
            values = new long[capacity];
            this.type = type;
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void copy(DuckDBReadableVector vector, int count, int at) {
            for (int row = 0; row < count; row++) {
                if (vector.isNull(row)) {
                    missing.set(at + row);
                } else {
                    values[at + row] = vector.getLong(row);
                }
            }
        }

        @Override
        Column build() {
            long[] exact = size() == values.length ? values : Arrays.copyOf(values, size());
            return type == ColumnType.TIMESTAMP ? new TimestampColumn(exact, missing) : new LongColumn(exact, missing);
        }
    }

    private static final class Booleans extends ColumnBuilder {
        private final BitSet missing = new BitSet();
        private boolean[] values;

        Booleans(int capacity) {
            values = new boolean[capacity];
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void copy(DuckDBReadableVector vector, int count, int at) {
            for (int row = 0; row < count; row++) {
                if (vector.isNull(row)) {
                    missing.set(at + row);
                } else {
                    values[at + row] = vector.getBoolean(row);
                }
            }
        }

        @Override
        Column build() {
            return new BooleanColumn(size() == values.length ? values : Arrays.copyOf(values, size()), missing);
        }
    }

    /// Equal texts share an instance, so that a column of a few categories is small.
    private static final class Strings extends ColumnBuilder {
        private static final int MOST_SHARED = 1024;

        private final Map<String, String> shared = new HashMap<>();
        private @Nullable String[] values;

        Strings(int capacity) {
            values = new @Nullable String[capacity];
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void copy(DuckDBReadableVector vector, int count, int at) {
            for (int row = 0; row < count; row++) {
                if (!vector.isNull(row)) {
                    values[at + row] = share(vector.getString(row));
                }
            }
        }

        private String share(String value) {
            String known = shared.get(value);
            if (known != null) {
                return known;
            }
            if (shared.size() < MOST_SHARED) {
                shared.put(value, value);
            }
            return value;
        }

        @Override
        Column build() {
            return new StringColumn(size() == values.length ? values : Arrays.copyOf(values, size()));
        }
    }
}
