package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `runs/search`.
///
/// @param runs the runs
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record SearchRunsResponse(
        List<RunEntry> runs, @Nullable String nextPageToken) {
    public SearchRunsResponse {
        runs = Absent.asEmpty(runs);
    }
}
