package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.Arrays;

/// Replaces missing numbers by the median of the training rows' values (`numpy.nanmedian`: of an even number of values, the
/// mean of the middle two).
///
/// @param column the numeric column
public record MedianImputation(String column) implements Transform {
    @Override
    public FittedImputation fit(Batch training) {
        double[] values = Observed.values(training, column);
        Arrays.sort(values);
        int middle = values.length / 2;
        return new FittedImputation(
                column, values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }
}
