package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// A [MinMaxScaling] that knows its numbers: replaces the column by `x * factor + shift`. Missing stays missing.
///
/// @param column the numeric column, which is replaced
/// @param factor what is multiplied by
/// @param shift what is added then
/// @param least the least value of the training rows becomes this
/// @param greatest the greatest value of the training rows becomes this
/// @param outside what becomes of a result below `least` or above `greatest`
public record FittedMinMaxScaling(
        String column,
        @JsonProperty(required = true) double factor,
        @JsonProperty(required = true) double shift,
        @JsonProperty(required = true) double least,
        @JsonProperty(required = true) double greatest,
        MinMaxScaling.Outside outside)
        implements FittedTransform {
    public FittedMinMaxScaling {
        Stored.present("column", column);
        Stored.present("outside", outside);
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] scaled = new double[values.length];
        double low = outside == MinMaxScaling.Outside.CLIP ? least : Double.NEGATIVE_INFINITY;
        double high = outside == MinMaxScaling.Outside.CLIP ? greatest : Double.POSITIVE_INFINITY;
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                scaled[row] = Math.max(low, Math.min(high, values[row] * factor + shift));
            }
        });
        return rows.with(column, new DoubleColumn(scaled));
    }
}
