package io.steelyard.data;

/// A column of [ColumnType#DOUBLE]: NaN is missing.
///
/// @param values the values, handed over
public record DoubleColumn(double[] values) implements Column {
    @Override
    public ColumnType type() {
        return ColumnType.DOUBLE;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public DoubleColumn take(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new DoubleColumn(taken);
    }
}
