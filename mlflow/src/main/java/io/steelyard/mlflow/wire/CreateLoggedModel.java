package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `POST logged-models`.
///
/// @param experimentId the experiment's id
/// @param name its name; absent: a random one
/// @param modelType what kind of model it is
/// @param sourceRunId the run that makes it
/// @param params values by key; absent: none
/// @param tags values by key; absent: none
public record CreateLoggedModel(
        @Required String experimentId,
        @Nullable String name,
        @Nullable String modelType,
        @Nullable String sourceRunId,
        List<Entry> params,
        List<Entry> tags) {
    public CreateLoggedModel {
        params = Absent.asEmpty(params);
        tags = Absent.asEmpty(tags);
    }
}
