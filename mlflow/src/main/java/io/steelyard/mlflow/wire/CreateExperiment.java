package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `experiments/create`.
///
/// @param name its name
/// @param artifactLocation the root of its artifacts; absent: the usual one
/// @param tags values by key; absent: none
public record CreateExperiment(
        @Required String name, @Nullable String artifactLocation, List<Entry> tags) {
    public CreateExperiment {
        tags = Absent.asEmpty(tags);
    }
}
