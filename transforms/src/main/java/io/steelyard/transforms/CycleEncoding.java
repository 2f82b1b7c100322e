package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// A number that goes round, such as an hour or a month, as sine and cosine, so that 23 and 0 are neighbours: `<column>`
/// becomes `<column>_sin` and `<column>_cos`, of `x / period * 2π`.
///
/// @param column the numeric column, which is replaced
/// @param period after how much the cycle begins again, for example 24 for hours; above 0
public record CycleEncoding(String column, double period) implements InputTransform {
    public CycleEncoding {
        new FittedCycle(column, period);
    }

    /// Checks that the column is there.
    ///
    /// @param training the training rows
    /// @return the step
    /// @throws io.steelyard.data.DataException where the column is missing or not numeric
    @Override
    public FittedCycle fit(Batch training) {
        FittedCycle fitted = new FittedCycle(column, period);
        fitted.transform(training.take(new int[0]));
        return fitted;
    }
}
