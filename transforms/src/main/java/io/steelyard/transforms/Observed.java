package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import java.util.Arrays;

/// The values of a training column from which a step can learn.
final class Observed {
    private Observed() {}

    /// The values that are not missing, at least one, all finite.
    static double[] values(Batch training, String column) {
        double[] values = Arrays.stream(training.doubles(column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (values.length == 0) {
            throw new DataException(
                    DataException.Kind.EMPTY,
                    "column '" + column + "' has no value to learn from: all " + training.rows() + " rows are missing");
        }
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + column + "' holds " + value + ", but nothing can be learned from infinite values");
            }
        }
        return values;
    }
}
