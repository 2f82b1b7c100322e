package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a logged model is made of.
///
/// @param experimentId the experiment it belongs to
/// @param name its name; null or empty: a random one
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
    public NewLoggedModel {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
    }
}
