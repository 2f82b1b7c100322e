package io.steelyard.tracking;

import java.util.Map;

/// A named collection of runs.
///
/// @param id a whole number as text; `0` is the experiment `Default`, which always exists
/// @param name its name, unique in a store
/// @param artifactLocation the root under which its runs' artifacts stand, for example `mlflow-artifacts:/3`
/// @param lifecycle whether it is in use
/// @param creationTimeMillis when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it was last changed
/// @param tags values by key
public record Experiment(
        String id,
        String name,
        String artifactLocation,
        Lifecycle lifecycle,
        long creationTimeMillis,
        long lastUpdateTimeMillis,
        Map<String, String> tags) {
    public Experiment {
        tags = Map.copyOf(tags);
    }
}
