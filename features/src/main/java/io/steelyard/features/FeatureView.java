package io.steelyard.features;

import java.util.List;

/// What a source knows about entities at any time.
public sealed interface FeatureView permits LatestFeatures, WindowFeatures {
    /// The view's name, for messages.
    ///
    /// @return the name
    String name();

    /// The table that it reads.
    ///
    /// @return the table's name
    String source();

    /// The columns that must be equal in the entity's row and the source's; a row in which one is missing matches
    /// nothing.
    ///
    /// @return one name or more
    List<String> keys();

    /// The source's column that says from when on a row is known; rows in which it is missing are never known.
    ///
    /// @return the column's name
    String eventTime();

    /// The columns that the view reads, beside keys and event time.
    ///
    /// @return their names
    List<String> columns();

    /// The columns that the view brings.
    ///
    /// @return their names
    List<String> outputs();
}
