package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run starts with.
///
/// @param experimentId the experiment it belongs to
/// @param name its name; null or empty: the tag `mlflow.runName`, and without that a random one such as
///     `calm-heron-384`
/// @param userId who starts it; may be empty
/// @param startTimeMillis when it starts, in milliseconds since 1970-01-01 UTC
/// @param tags values by key
public record NewRun(
        String experimentId, @Nullable String name, String userId, long startTimeMillis, Map<String, String> tags) {
    /// @throws TrackingException of kind INVALID where the name and the tag `mlflow.runName` differ, or a tag's key is
    ///     none
    public NewRun {
        String tagged = tags.get(Run.NAME_TAG);
        if (name != null && !name.isEmpty() && tagged != null && !tagged.isEmpty() && !name.equals(tagged)) {
            throw TrackingException.invalid("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with "
                    + "different values (run_name='" + name + "', mlflow.runName='" + tagged + "').");
        }
        tags = RunBatch.checkedTags(tags);
    }

    /// Gives the name that the run will have.
    ///
    /// @return its name, else that of the tag `mlflow.runName`, else a random one, another at each call
    public String nameOrRandom() {
        String given = name == null || name.isEmpty() ? tags.getOrDefault(Run.NAME_TAG, "") : name;
        return given.isEmpty() ? RandomNames.next() : given;
    }
}
