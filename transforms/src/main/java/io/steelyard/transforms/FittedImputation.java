package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// An [Imputation] of numbers that knows its value: replaces the column, NaN by the value.
///
/// @param column the numeric column, which is replaced
/// @param value what stands for a missing value, not NaN
public record FittedImputation(
        String column, @JsonProperty(required = true) double value) implements FittedTransform {
    public FittedImputation {
        Stored.present("column", column);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("what stands for a missing value of '" + column + "' must not be NaN");
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] filled = new double[values.length];
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                double x = values[row];
                filled[row] = Double.isNaN(x) ? value : x;
            }
        });
        return rows.with(column, new DoubleColumn(filled));
    }
}
