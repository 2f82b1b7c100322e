package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// Adds `<column>_missing`: true where the column, of any type, has no value. Differs from scikit-learn's
/// `MissingIndicator(features="missing-only")`: the column comes also where no training row is missing, so that the
/// result's columns do not depend on the data.
///
/// @param column the column
public record MissingIndicator(String column) implements InputTransform {
    /// Checks that the column is there.
    ///
    /// @param training the training rows
    /// @return the step
    /// @throws io.steelyard.data.DataException where it is not
    @Override
    public FittedMissingIndicator fit(Batch training) {
        training.schema().require(column);
        return new FittedMissingIndicator(column);
    }
}
