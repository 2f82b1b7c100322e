package io.steelyard.training;

import java.util.List;

/// Rows ready for a learner: numbers only, after the transforms.
///
/// @param features the columns' names in order
/// @param values row after row, `labels.length * features.size()` numbers, handed over; NaN is missing
/// @param target the name of the column that the labels come from, for messages
/// @param labels one label a row, handed over; for classes the class number from 0; never NaN
public record TrainingSet(List<String> features, float[] values, String target, float[] labels) {
    public TrainingSet {
        features = List.copyOf(features);
        if (values.length != features.size() * labels.length) {
            throw new IllegalArgumentException(labels.length + " rows of " + features.size() + " features make "
                    + (features.size() * labels.length) + " values, but " + values.length + " were given");
        }
    }

    /// Rows whose labels come from a column called `target`.
    ///
    /// @param features the columns' names in order
    /// @param values row after row, handed over; NaN is missing
    /// @param labels one label a row, handed over
    public TrainingSet(List<String> features, float[] values, float[] labels) {
        this(features, values, "target", labels);
    }

    /// How many rows there are.
    ///
    /// @return the number of rows
    public int rows() {
        return labels.length;
    }
}
