package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.List;

/// A [NumericBinning] that knows its edges.
///
/// @param column the numeric column
/// @param edges the edges in ascending order, the outer ones included: one more than bins
/// @param missing what becomes of missing values
public record FittedBinning(String column, List<Double> edges, NumericBinning.Missing missing)
        implements FittedTransform {
    public FittedBinning {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("'" + column + "' needs at least 2 edges, not " + edges.size());
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] binned = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            binned[row] = bin(values[row]);
        }
        return rows.with(column + "_bin", new DoubleColumn(binned));
    }

    private double bin(double value) {
        if (Double.isNaN(value)) {
            return switch (missing) {
                case KEEP -> Double.NaN;
                case LAST_BIN -> edges.size() - 2;
            };
        }
        // The first inner edge above the value, counted from 1.
        int low = 1;
        int high = edges.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges.get(middle) <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
