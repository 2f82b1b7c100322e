package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A data set.
///
/// @param name what it is called
/// @param digest the content's digest
/// @param sourceType what kind of place the source is
/// @param source where it was read from
/// @param schema its schema
/// @param profile figures about it
public record DatasetEntry(
        @Required String name,
        @Required String digest,
        @Nullable String sourceType,
        @Nullable String source,
        @Nullable String schema,
        @Nullable String profile) {}
