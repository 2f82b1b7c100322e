package io.steelyard.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A model that was logged, with its own place for files.
///
/// @param id `m-` and 32 lower-case hexadecimal digits
/// @param experimentId the experiment it belongs to
/// @param name its name
/// @param artifactUri where its files stand: `<the experiment's location>/models/<id>/artifacts`
/// @param status where it stands
/// @param sourceRunId the run that made it; null: nobody said
/// @param modelType what kind of model it is; empty: nobody said
/// @param creationTimeMillis when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it was last changed
/// @param params parameters by key
/// @param tags tags by key
/// @param metrics every value that was logged for it, by key, then timestamp, then step; the record puts them in this order
public record LoggedModel(
        String id,
        String experimentId,
        String name,
        String artifactUri,
        LoggedModelStatus status,
        @Nullable String sourceRunId,
        String modelType,
        long creationTimeMillis,
        long lastUpdateTimeMillis,
        Map<String, String> params,
        Map<String, String> tags,
        List<ModelMetric> metrics) {
    private static final Comparator<ModelMetric> ORDER = Comparator.comparing(
                    (ModelMetric m) -> m.metric().key())
            .thenComparingLong(m -> m.metric().timestampMillis())
            .thenComparingLong(m -> m.metric().step())
            .thenComparing(ModelMetric::runId)
            .thenComparing(m -> Objects.requireNonNullElse(m.datasetName(), ""))
            .thenComparing(m -> Objects.requireNonNullElse(m.datasetDigest(), ""))
            .thenComparingDouble(m -> m.metric().value());

    public LoggedModel {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
        metrics = metrics.stream().sorted(ORDER).toList();
    }
}
