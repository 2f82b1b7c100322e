package io.steelyard.serving;

import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A column that is filled from JSON, row after row. Each row is set once, in order.
sealed interface ColumnBuffer {
    /// Takes the parser's current value, which is not null, as a row's value.
    ///
    /// @return null where it fits; otherwise what it would have to be, for example `a string`
    @Nullable
    String set(int row, JsonParser value);

    void setMissing(int row);

    Column build(int rows);

    static ColumnBuffer of(ColumnType type) {
        return switch (type) {
            case DOUBLE -> new Doubles();
            case LONG -> new Longs();
            case BOOLEAN -> new Booleans();
            case STRING -> new Strings();
            case TIMESTAMP -> new Timestamps();
        };
    }

    private static int grown(int row) {
        return Math.max(row + 1, row * 2);
    }

    final class Doubles implements ColumnBuffer {
        private double[] values = new double[1];

        @Override
        public @Nullable String set(int row, JsonParser value) {
            if (!value.currentToken().isNumeric()) {
                return "a number";
            }
            double number = value.getDoubleValue();
            if (!Double.isFinite(number)) {
                return "a finite number";
            }
            put(row, number);
            return null;
        }

        @Override
        public void setMissing(int row) {
            put(row, Double.NaN);
        }

        private void put(int row, double number) {
            if (row >= values.length) {
                values = Arrays.copyOf(values, grown(row));
            }
            values[row] = number;
        }

        @Override
        public Column build(int rows) {
            return new DoubleColumn(rows == values.length ? values : Arrays.copyOf(values, rows));
        }
    }

    final class Longs implements ColumnBuffer {
        private final BitSet missing = new BitSet();
        private long[] values = new long[1];

        @Override
        public @Nullable String set(int row, JsonParser value) {
            Long number = JsonNumbers.whole(value);
            if (number == null) {
                return "a whole number of 64 bits";
            }
            values = fitting(values, row);
            values[row] = number;
            return null;
        }

        @Override
        public void setMissing(int row) {
            values = fitting(values, row);
            missing.set(row);
        }

        private static long[] fitting(long[] values, int row) {
            return row < values.length ? values : Arrays.copyOf(values, grown(row));
        }

        @Override
        public Column build(int rows) {
            return new LongColumn(Arrays.copyOf(values, rows), missing);
        }
    }

    final class Booleans implements ColumnBuffer {
        private final BitSet missing = new BitSet();
        private final BitSet set = new BitSet();

        @Override
        public @Nullable String set(int row, JsonParser value) {
            JsonToken token = value.currentToken();
            if (!token.isBoolean()) {
                return "true or false";
            }
            set.set(row, token == JsonToken.VALUE_TRUE);
            return null;
        }

        @Override
        public void setMissing(int row) {
            missing.set(row);
        }

        @Override
        public Column build(int rows) {
            boolean[] values = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = set.get(row);
            }
            return new BooleanColumn(values, missing);
        }
    }

    final class Strings implements ColumnBuffer {
        private @Nullable String[] values = new @Nullable String[1];

        @Override
        public @Nullable String set(int row, JsonParser value) {
            if (value.currentToken() != JsonToken.VALUE_STRING) {
                return "a string";
            }
            put(row, value.getString());
            return null;
        }

        @Override
        public void setMissing(int row) {
            put(row, null);
        }

        private void put(int row, @Nullable String text) {
            if (row >= values.length) {
                values = Arrays.copyOf(values, grown(row));
            }
            values[row] = text;
        }

        @Override
        public Column build(int rows) {
            return new StringColumn(rows == values.length ? values : Arrays.copyOf(values, rows));
        }
    }

    final class Timestamps implements ColumnBuffer {
        private final BitSet missing = new BitSet();
        private long[] values = new long[1];

        @Override
        public @Nullable String set(int row, JsonParser value) {
            Long micros = JsonTimes.micros(value);
            if (micros == null) {
                return "a time such as \"" + JsonTimes.EXAMPLE + "\"";
            }
            values = Longs.fitting(values, row);
            values[row] = micros;
            return null;
        }

        @Override
        public void setMissing(int row) {
            values = Longs.fitting(values, row);
            missing.set(row);
        }

        @Override
        public Column build(int rows) {
            return new TimestampColumn(Arrays.copyOf(values, rows), missing);
        }
    }
}
