package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `experiments/search`.
///
/// @param experiments the experiments
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record SearchExperimentsResponse(
        List<ExperimentEntry> experiments, @Nullable String nextPageToken) {
    public SearchExperimentsResponse {
        experiments = Absent.asEmpty(experiments);
    }
}
