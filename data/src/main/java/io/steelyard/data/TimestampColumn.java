package io.steelyard.data;

import java.util.BitSet;

/// A column of [ColumnType#TIMESTAMP]: instants in UTC, in microseconds since 1970-01-01.
///
/// @param values the values, handed over; what stands in a missing row means nothing
/// @param missing the rows without a value, handed over; empty where every row has one
public record TimestampColumn(long[] values, BitSet missing) implements Column {
    /// A column in which no row is missing.
    ///
    /// @param values the values, handed over
    public TimestampColumn(long[] values) {
        this(values, new BitSet());
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIMESTAMP;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return missing.get(row);
    }

    @Override
    public TimestampColumn take(int[] rows) {
        long[] taken = new long[rows.length];
        BitSet takenMissing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
            takenMissing.set(i, missing.get(rows[i]));
        }
        return new TimestampColumn(taken, takenMissing);
    }
}
