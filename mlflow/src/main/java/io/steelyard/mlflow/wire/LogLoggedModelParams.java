package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `logged-models/{model_id}/params`.
///
/// @param modelId the logged model's id
/// @param params values by key; absent: none
public record LogLoggedModelParams(@Required String modelId, List<Entry> params) {
    public LogLoggedModelParams {
        params = Absent.asEmpty(params);
    }
}
