package io.steelyard.models;

import java.util.Locale;

/// What a model's scores mean. A closed set.
public enum Task {
    /// One score a row: the probability of class 1 of the classes 0 and 1, from 0 to 1.
    BINARY_CLASSIFICATION,
    /// One score a class and row: the probabilities of the classes of the signature, in its order, each from 0 to 1,
    /// of the sum 1 but for rounding.
    MULTICLASS_CLASSIFICATION,
    /// One score a row: the predicted value itself.
    REGRESSION;

    /// The name as it stands in files.
    ///
    /// @return the lower-case name, for example `binary_classification`
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
