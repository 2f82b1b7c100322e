package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a logged model is made of.
///
/// @param experimentId the experiment it belongs to
/// @param name its name, without any of `/ : . % " '`; null or empty: a random one
/// @param modelType what kind of model it is; may be empty
/// @param sourceRunId the run that makes it; null: nobody says
/// @param params parameters by key
/// @param tags tags by key
public record NewLoggedModel(
        String experimentId,
        @Nullable String name,
        String modelType,
        @Nullable String sourceRunId,
        Map<String, String> params,
        Map<String, String> tags) {
    private static final String NOT_IN_A_NAME = "/:.%\"'";

    /// @throws TrackingException of kind INVALID for a name that cannot be
    public NewLoggedModel {
        if (name != null && name.chars().anyMatch(c -> NOT_IN_A_NAME.indexOf(c) >= 0)) {
            throw TrackingException.invalid("Invalid model name (" + PythonText.repr(name)
                    + ") provided. Model name must be a non-empty string and cannot contain the following characters: "
                    + "('/', ':', '.', '%', '\"', \"'\")");
        }
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
    }

    /// Gives the name that the model will have.
    ///
    /// @return its name, else a random one, another at each call
    public String nameOrRandom() {
        return name == null || name.isEmpty() ? RandomNames.next() : name;
    }
}
