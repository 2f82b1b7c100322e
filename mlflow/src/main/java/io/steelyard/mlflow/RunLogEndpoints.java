package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.DatasetEntry;
import io.steelyard.mlflow.wire.DatasetInputEntry;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.LogBatch;
import io.steelyard.mlflow.wire.LogInputs;
import io.steelyard.mlflow.wire.LogMetric;
import io.steelyard.mlflow.wire.LogParameter;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.SetTag;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.TrackingStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The endpoints that write into a run.
final class RunLogEndpoints {
    private static final int MAX_METRICS = 1000;
    private static final int MAX_PARAMS = 100;
    private static final int MAX_TAGS = 100;
    private static final int MAX_TOGETHER = 1000;

    private static final Pattern RUN_ID =
            Pattern.compile("[a-zA-Z0-9][\\w\\-]{0,255}", Pattern.UNICODE_CHARACTER_CLASS);

    private final TrackingStore store;

    RunLogEndpoints(TrackingStore store) {
        this.store = store;
    }

    Empty metric(LogMetric request) {
        store.log(
                request.runId(),
                RunBatch.metric(metric(request.key(), request.value(), request.timestamp(), request.step())));
        return new Empty();
    }

    private static Metric metric(String key, double value, long timestamp, @Nullable Long step) {
        return new Metric(key, value, timestamp, step == null ? 0 : step);
    }

    Empty parameter(LogParameter request) {
        store.log(request.runId(), RunBatch.param(request.key(), Entries.text(request.value())));
        return new Empty();
    }

    Empty tag(SetTag request) {
        store.log(request.runId(), RunBatch.tag(request.key(), Entries.text(request.value())));
        return new Empty();
    }

    Empty batch(LogBatch request) {
        requireRunId(request.runId());
        RunBatch batch = RunBatch.of(
                request.metrics().stream().map(RunLogEndpoints::metric).toList(),
                Entries.map(request.params()),
                Entries.map(request.tags()));
        int metrics = request.metrics().size();
        int params = request.params().size();
        int tags = request.tags().size();
        requireAtMost(MAX_METRICS, metrics, "metrics");
        requireAtMost(MAX_PARAMS, params, "params");
        requireAtMost(MAX_TAGS, tags, "tags");
        requireAtMost(MAX_TOGETHER, metrics + params + tags, "metrics, params, and tags");
        requireDifferentKeys(request.params());
        store.log(request.runId(), batch);
        return new Empty();
    }

    private static Metric metric(MetricEntry entry) {
        return metric(entry.key(), entry.value(), entry.timestamp(), entry.step());
    }

    private static void requireRunId(String runId) {
        if (!RUN_ID.matcher(runId).matches()) {
            throw MlflowException.invalid(
                    "Invalid value " + PythonText.json(runId) + " for parameter 'run_id' supplied.");
        }
    }

    private static void requireAtMost(int limit, int size, String what) {
        if (size > limit) {
            throw MlflowException.invalid("A batch logging request can contain at most " + limit + " " + what + ". Got "
                    + size + " " + what + ". Please split up " + what + " across multiple requests and try again.");
        }
    }

    private static void requireDifferentKeys(List<Entry> params) {
        Set<String> seen = new HashSet<>();
        List<Entry> again =
                params.stream().filter(param -> !seen.add(param.key())).toList();
        if (!again.isEmpty()) {
            throw MlflowException.invalid("Duplicate parameter keys have been submitted: "
                    + again.stream().map(e -> PythonText.repr(e.key())).collect(Collectors.joining(", ", "[", "]"))
                    + ". Please ensure the request contains only one param value per param key.");
        }
    }

    Empty inputs(LogInputs request) {
        requireRunId(request.runId());
        store.logInputs(
                request.runId(),
                request.datasets().stream().map(RunLogEndpoints::input).toList());
        return new Empty();
    }

    private static RunInput input(DatasetInputEntry entry) {
        DatasetEntry dataset = entry.dataset();
        return new RunInput(
                dataset.name(),
                dataset.digest(),
                Entries.text(dataset.sourceType()),
                Entries.text(dataset.source()),
                dataset.schema(),
                dataset.profile(),
                Entries.map(entry.tags()));
    }
}
