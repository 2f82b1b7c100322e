package io.steelyard.data;

import java.util.Arrays;
import java.util.BitSet;
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

    final void append(DuckDBReadableVector vector, int count) {
        ensure(size + count);
        for (int row = 0; row < count; row++) {
            set(size + row, vector, row);
        }
        size += count;
    }

    final int size() {
        return size;
    }

    abstract void ensure(int capacity);

    abstract void set(int at, DuckDBReadableVector vector, int row);

    abstract Column build();

    private static int grown(int length, int wanted) {
        return Math.max(wanted, length + (length >> 1));
    }

    private static final class Doubles extends ColumnBuilder {
        private double[] values;

        Doubles(int capacity) {
            values = new double[capacity];
        }

        @Override
        void ensure(int capacity) {
            if (capacity > values.length) {
                values = Arrays.copyOf(values, grown(values.length, capacity));
            }
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getDouble(row, Double.NaN);
        }

        @Override
        Column build() {
            return new DoubleColumn(Arrays.copyOf(values, size()));
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
        void ensure(int capacity) {
            if (capacity > values.length) {
                values = Arrays.copyOf(values, grown(values.length, capacity));
            }
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            if (vector.isNull(row)) {
                missing.set(at);
            } else {
                values[at] = vector.getLong(row);
            }
        }

        @Override
        Column build() {
            long[] exact = Arrays.copyOf(values, size());
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
        void ensure(int capacity) {
            if (capacity > values.length) {
                values = Arrays.copyOf(values, grown(values.length, capacity));
            }
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            if (vector.isNull(row)) {
                missing.set(at);
            } else {
                values[at] = vector.getBoolean(row);
            }
        }

        @Override
        Column build() {
            return new BooleanColumn(Arrays.copyOf(values, size()), missing);
        }
    }

    private static final class Strings extends ColumnBuilder {
        private @Nullable String[] values;
        private @Nullable String last;

        Strings(int capacity) {
            values = new @Nullable String[capacity];
        }

        @Override
        void ensure(int capacity) {
            if (capacity > values.length) {
                values = Arrays.copyOf(values, grown(values.length, capacity));
            }
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            if (!vector.isNull(row)) {
                String value = vector.getString(row);
                if (value.equals(last)) {
                    value = last;
                }
                last = value;
                values[at] = value;
            }
        }

        @Override
        Column build() {
            return new StringColumn(Arrays.copyOf(values, size()));
        }
    }
}
