package io.steelyard.tracking.search;

/// Where a field's values stand.
public enum Source {
    /// In the entity itself: its name, when it started.
    ATTRIBUTE("attribute"),
    /// Among its metrics.
    METRIC("metric"),
    /// Among its parameters.
    PARAM("parameter"),
    /// Among its tags.
    TAG("tag"),
    /// In the data sets that it read.
    DATASET("dataset");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /// The word that messages use.
    ///
    /// @return for example `parameter`
    String label() {
        return label;
    }
}
