package io.steelyard.tracking;

import org.jspecify.annotations.Nullable;

/// Keeps experiments, their runs and the models that these logged.
public interface TrackingStore extends ExperimentStore, RunStore, LoggedModelStore {
    /// Gives the active runs of an experiment, the newest first.
    ///
    /// @param experimentId the experiment's id
    /// @param maxResults how many runs a part has at most, from 1
    /// @param pageToken where the part begins; null: at the newest
    /// @return the part, by start time (newest first), then id
    /// @throws TrackingException of kind INVALID for a token that is none
    Page<Run> runs(String experimentId, int maxResults, @Nullable String pageToken);
}
