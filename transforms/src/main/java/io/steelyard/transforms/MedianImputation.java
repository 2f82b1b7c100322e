package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.Arrays;

/// Replaces missing numbers by the median of the training values; the column becomes DOUBLE. As scikit-learn's
/// `SimpleImputer(strategy="median")`: of an even number of values, the mean of the middle two.
///
/// @param column the numeric column
public record MedianImputation(String column) implements Transform {
    /// Finds the median.
    ///
    /// @param training the training rows
    /// @return the step with its median
    /// @throws io.steelyard.data.DataException where the column is missing, not numeric, holds no value or an infinite
    /// one
    @Override
    public FittedMedianImputation fit(Batch training) {
        double[] values = Observed.values(training, column);
        Arrays.sort(values);
        int middle = values.length / 2;
        double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return new FittedMedianImputation(column, median);
    }
}
