package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `registered-models/get-latest-versions`.
///
/// @param name the registered model's name
/// @param stages the stages; absent: all
public record GetLatestVersions(@Required String name, List<String> stages) {
    public GetLatestVersions {
        stages = Absent.asEmpty(stages);
    }
}
