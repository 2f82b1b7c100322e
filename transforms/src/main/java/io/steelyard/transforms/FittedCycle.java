package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.List;
import java.util.Map;

/// A [CycleEncoding] that was found to fit: replaces the column by `<column>_sin` and `<column>_cos`, sine and cosine of
/// `x / period * 2π`. Missing stays missing; so does an infinite value become missing.
///
/// @param column the numeric column, which is replaced
/// @param period after how much the cycle begins again, above 0 and finite
public record FittedCycle(
        String column, @JsonProperty(required = true) double period) implements FittedTransform {
    public FittedCycle {
        Stored.present("column", column);
        if (!(period > 0 && period < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the period of '" + column + "' must be above 0, not " + period);
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] sines = new double[values.length];
        double[] cosines = new double[values.length];
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                double angle = values[row] / period * (2 * Math.PI);
                sines[row] = Math.sin(angle);
                cosines[row] = Math.cos(angle);
            }
        });
        return Replaced.in(
                rows,
                column,
                List.of(
                        Map.entry(column + "_sin", new DoubleColumn(sines)),
                        Map.entry(column + "_cos", new DoubleColumn(cosines))));
    }
}
