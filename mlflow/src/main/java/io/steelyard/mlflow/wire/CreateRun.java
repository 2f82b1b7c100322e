package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `runs/create`.
///
/// @param experimentId its experiment; absent: `0`
/// @param userId who starts it
/// @param runName its name; absent: a random one
/// @param startTime when it starts, in milliseconds since 1970-01-01 UTC; absent: 0
/// @param tags values by key; absent: none
public record CreateRun(
        @Nullable String experimentId,
        @Nullable String userId,
        @Nullable String runName,
        @Nullable Long startTime,
        List<Entry> tags) {
    public CreateRun {
        tags = Absent.asEmpty(tags);
    }
}
