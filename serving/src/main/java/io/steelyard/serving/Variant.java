package io.steelyard.serving;

import java.util.Locale;

/// The sides of an A/B experiment.
public enum Variant {
    /// What was there before.
    CONTROL,
    /// What is tried.
    TREATMENT;

    /// The name as it stands in answers and logs.
    ///
    /// @return `control` or `treatment`
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
