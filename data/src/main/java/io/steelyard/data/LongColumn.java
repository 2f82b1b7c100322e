package io.steelyard.data;

import java.util.BitSet;

/// A column of [ColumnType#LONG].
///
/// @param values the values, handed over; what stands in a missing row means nothing
/// @param missing the rows without a value, handed over; empty where every row has one
public record LongColumn(long[] values, BitSet missing) implements Column {
    /// A column in which no row is missing.
    ///
    /// @param values the values, handed over
    public LongColumn(long[] values) {
        this(values, new BitSet());
    }

    @Override
    public ColumnType type() {
        return ColumnType.LONG;
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
    public LongColumn take(int[] rows) {
        long[] taken = new long[rows.length];
        BitSet takenMissing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
            takenMissing.set(i, missing.get(rows[i]));
        }
        return new LongColumn(taken, takenMissing);
    }
}
