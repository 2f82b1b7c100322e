package io.steelyard.models;

import java.util.Locale;

/// What a model's score means.
public enum Task {
    /// The score is the probability of class 1 of the classes 0 and 1, from 0 to 1.
    BINARY_CLASSIFICATION,
    /// The score is the predicted value itself.
    REGRESSION;

    /// The name as it stands in files.
    ///
    /// @return the lower-case name, for example `binary_classification`
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
