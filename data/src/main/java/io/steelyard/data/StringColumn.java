package io.steelyard.data;

import org.jspecify.annotations.Nullable;

/// A column of [ColumnType#STRING]: null is missing, the empty string is a value.
///
/// @param values the values, handed over
public record StringColumn(@Nullable String[] values) implements Column {
    @Override
    public ColumnType type() {
        return ColumnType.STRING;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return values[row] == null;
    }

    @Override
    public StringColumn take(int[] rows) {
        @Nullable String[] taken = new @Nullable String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new StringColumn(taken);
    }
}
