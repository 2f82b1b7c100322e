package io.steelyard.tracking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run with all that it recorded, except the history of its metrics.
///
/// @param id 32 lower-case hexadecimal digits
/// @param experimentId the experiment it belongs to
/// @param name its name, which the tag `mlflow.runName` mirrors
/// @param userId who started it; empty: nobody said
/// @param status where it stands
/// @param startTimeMillis when it started, in milliseconds since 1970-01-01 UTC
/// @param endTimeMillis when it ended; null: it has not, or nobody said
/// @param artifactUri where its artifacts stand: `<the experiment's location>/<id>/artifacts`
/// @param lifecycle whether it is in use
/// @param params parameters by key
/// @param tags tags by key
/// @param metrics the latest value of each metric, by key: the greatest by step, then timestamp, then value
/// @param inputs the data sets it read
/// @param modelInputs the ids of the logged models it read
/// @param outputs the logged models it made
public record Run(
        String id,
        String experimentId,
        String name,
        String userId,
        RunStatus status,
        long startTimeMillis,
        @Nullable Long endTimeMillis,
        String artifactUri,
        Lifecycle lifecycle,
        Map<String, String> params,
        Map<String, String> tags,
        Map<String, Metric> metrics,
        List<RunInput> inputs,
        List<String> modelInputs,
        List<ModelOutput> outputs) {
    /// The tag that mirrors a run's name.
    public static final String NAME_TAG = "mlflow.runName";

    public Run {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
        metrics = Map.copyOf(metrics);
        inputs = List.copyOf(inputs);
        modelInputs = List.copyOf(modelInputs);
        outputs = List.copyOf(outputs);
    }
}
