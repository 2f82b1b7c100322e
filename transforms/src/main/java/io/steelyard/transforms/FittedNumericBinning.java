package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.Arrays;

/// A [NumericBinning] with its edges.
///
/// @param column the numeric column
/// @param edges the edges in ascending order, two or more, copied; read them, do not write to them
/// @param missing what becomes of missing values
public record FittedNumericBinning(String column, double[] edges, NumericBinning.Missing missing)
        implements FittedTransform {
    public FittedNumericBinning {
        edges = edges.clone();
        if (edges.length < 2) {
            throw new IllegalArgumentException("the bins of column '" + column + "' need two edges or more");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] < edges[i - 1])) {
                throw new IllegalArgumentException(
                        "the edges of column '" + column + "' must ascend, but are " + Arrays.toString(edges));
            }
        }
    }

    /// The name of the column that this step adds.
    ///
    /// @return the numeric column's name with `_bin`
    public String binColumn() {
        return column + "_bin";
    }

    @Override
    public Batch apply(Batch rows) {
        double[] values = rows.doubles(column);
        double[] bins = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            bins[row] = bin(values[row]);
        }
        return rows.with(binColumn(), new DoubleColumn(bins));
    }

    private double bin(double value) {
        if (Double.isNaN(value)) {
            return switch (missing) {
                case KEEP -> Double.NaN;
                case LAST_BIN -> edges.length - 2;
            };
        }
        // The first inner edge greater than the value, counted from 1.
        int low = 1;
        int high = edges.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
