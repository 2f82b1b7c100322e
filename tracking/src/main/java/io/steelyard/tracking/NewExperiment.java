package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an experiment is made of.
///
/// @param name its name, 1 to 500 characters
/// @param artifactLocation the root of its artifacts, 2,048 characters at most; null or empty: `mlflow-artifacts:/<id>`
/// @param tags values by key, each an [ExperimentTag]
public record NewExperiment(String name, @Nullable String artifactLocation, Map<String, String> tags) {
    private static final int MAX_NAME_LENGTH = 500;
    private static final int MAX_LOCATION_LENGTH = 2048;

    /// @throws TrackingException of kind INVALID for a name, a location or a tag that cannot be
    public NewExperiment {
        if (name.isEmpty()) {
            throw TrackingException.invalid("Invalid experiment name: ''");
        }
        KeyRules.lengthProblem("name", MAX_NAME_LENGTH, name).ifPresent(TrackingException::throwInvalid);
        if (artifactLocation != null) {
            checkLocation(artifactLocation);
        }
        tags.forEach(ExperimentTag::new);
        tags = Map.copyOf(tags);
    }

    private static void checkLocation(String location) {
        if (location.startsWith("runs:")) {
            throw TrackingException.invalid("Artifact location cannot be a runs:/ URI. Given: '" + location + "'");
        }
        if (location.codePointCount(0, location.length()) > MAX_LOCATION_LENGTH) {
            throw TrackingException.invalid("Invalid artifact path length. The length of the artifact path cannot be"
                    + " greater than " + MAX_LOCATION_LENGTH + " characters.");
        }
    }

    /// Makes one without tags, with the usual location.
    ///
    /// @param name its name
    /// @return the new experiment
    public static NewExperiment named(String name) {
        return new NewExperiment(name, null, Map.of());
    }
}
