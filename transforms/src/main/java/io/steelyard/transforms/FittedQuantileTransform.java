package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.List;

/// A [QuantileTransform] that knows its quantiles: replaces the column by the share of training values below each value,
/// or by the point of the standard normal distribution with that share below it. Missing stays missing.
///
/// @param column the numeric column, which is replaced
/// @param quantiles the training rows' quantiles at evenly spaced shares from 0 to 1, ascending; at least one
/// @param output what a share becomes
public record FittedQuantileTransform(String column, List<Double> quantiles, QuantileTransform.Output output)
        implements FittedTransform {
    public FittedQuantileTransform {
        Stored.present("column", column);
        quantiles = Doubles.copyOf(Stored.present("quantiles", quantiles));
        Stored.present("output", output);
        if (quantiles.isEmpty()) {
            throw new IllegalArgumentException("'" + column + "' needs at least 1 quantile");
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] shares = new double[values.length];
        QuantileShares of = new QuantileShares(Doubles.array(quantiles), output);
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                shares[row] = of.share(values[row]);
            }
        });
        return rows.with(column, new DoubleColumn(shares));
    }
}
