package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// A [StandardScaling] or [RobustScaling] that knows its numbers: replaces the column by `(x - centre) / scale`. Missing
/// stays missing.
///
/// @param column the numeric column, which is replaced
/// @param centre what is subtracted
/// @param scale what is divided by, not 0
public record FittedScaling(
        String column,
        @JsonProperty(required = true) double centre,
        @JsonProperty(required = true) double scale) implements FittedTransform {
    public FittedScaling {
        Stored.present("column", column);
        if (scale == 0) {
            throw new IllegalArgumentException("the scale of '" + column + "' must not be 0");
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] scaled = new double[values.length];
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                scaled[row] = (values[row] - centre) / scale;
            }
        });
        return rows.with(column, new DoubleColumn(scaled));
    }
}
