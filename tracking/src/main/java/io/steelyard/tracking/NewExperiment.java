package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an experiment is made of.
///
/// @param name its name, 1 to 500 characters
/// @param artifactLocation the root of its artifacts; null: `mlflow-artifacts:/<id>`
/// @param tags values by key
public record NewExperiment(String name, @Nullable String artifactLocation, Map<String, String> tags) {
    private static final int MAX_NAME_LENGTH = 500;

    /// @throws TrackingException of kind INVALID for a name of another length
    public NewExperiment {
        if (name.isEmpty()) {
            throw TrackingException.invalid("Invalid experiment name: ''");
        }
        KeyRules.lengthProblem("name", MAX_NAME_LENGTH, name).ifPresent(TrackingException::throwInvalid);
        tags = Map.copyOf(tags);
    }

    /// Makes one without tags, with the usual location.
    ///
    /// @param name its name
    /// @return the new experiment
    public static NewExperiment named(String name) {
        return new NewExperiment(name, null, Map.of());
    }
}
