package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A data set that runs of an experiment read.
///
/// @param experimentId the experiment's id
/// @param name the data set's name
/// @param digest its digest
/// @param context what it was used for; absent: nobody said
public record DatasetSummaryEntry(
        @Required String experimentId,
        @Required String name,
        @Required String digest,
        @Nullable String context) {}
