package io.steelyard.tracking;

/// A data set that runs of an experiment read.
///
/// @param experimentId the experiment
/// @param name the data set's name
/// @param digest its digest
/// @param context what it was used for, for example `training`; empty: nobody said
public record DatasetSummary(String experimentId, String name, String digest, String context) {}
