package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.DatasetEntry;
import io.steelyard.mlflow.wire.DatasetInputEntry;
import io.steelyard.mlflow.wire.DeleteTag;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.LogBatch;
import io.steelyard.mlflow.wire.LogInputs;
import io.steelyard.mlflow.wire.LogMetric;
import io.steelyard.mlflow.wire.LogModel;
import io.steelyard.mlflow.wire.LogOutputs;
import io.steelyard.mlflow.wire.LogParameter;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.SetTag;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.TrackingStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.raw(POST, "/runs/log-metric", raw -> metric(read(raw, LogReader::metric, LogMetric.class))),
                MlflowRoute.raw(POST, "/runs/log-batch", raw -> batch(read(raw, LogReader::batch, LogBatch.class))),
                MlflowRoute.of(POST, "/runs/log-parameter", LogParameter.class, this::parameter),
                MlflowRoute.of(POST, "/runs/set-tag", SetTag.class, this::tag),
                MlflowRoute.of(POST, "/runs/delete-tag", DeleteTag.class, this::deleteTag),
                MlflowRoute.of(POST, "/runs/log-inputs", LogInputs.class, this::inputs),
                MlflowRoute.of(POST, "/runs/outputs", LogOutputs.class, this::outputs),
                MlflowRoute.of(POST, "/runs/log-model", LogModel.class, this::model));
    }

    private static <Q extends Record> Q read(
            MlflowRequest request, Function<byte[], @Nullable Q> quickly, Class<Q> type) {
        Q read = quickly.apply(request.body());
        return read != null ? read : RequestReader.read(request.json(RequestShape.of(type)), type);
    }

    private Empty metric(LogMetric request) {
        MetricEntry entry = new MetricEntry(
                request.key(),
                request.value(),
                request.timestamp(),
                request.step(),
                request.datasetName(),
                request.datasetDigest(),
                request.modelId(),
                null);
        Metric metric = metric(entry);
        store.log(
                request.runId(),
                new RunBatch(
                        List.of(metric),
                        Map.of(),
                        Map.of(),
                        modelMetrics(request.runId(), List.of(entry), List.of(metric)),
                        RunBatch.Form.ONE));
        return new Empty();
    }

    private static Metric metric(MetricEntry entry) {
        Long step = entry.step();
        return new Metric(entry.key(), entry.value(), entry.timestamp(), step == null ? 0 : step);
    }

    private static List<ModelMetric> modelMetrics(String runId, List<MetricEntry> entries, List<Metric> metrics) {
        List<ModelMetric> found = List.of();
        for (int i = 0; i < metrics.size(); i++) {
            MetricEntry entry = entries.get(i);
            String modelId = Entries.orNull(entry.modelId());
            if (modelId != null) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new ModelMetric(
                        modelId,
                        metrics.get(i),
                        runId,
                        Entries.orNull(entry.datasetName()),
                        Entries.orNull(entry.datasetDigest())));
            }
        }
        return found;
    }

    private Empty parameter(LogParameter request) {
        store.log(request.runId(), RunBatch.param(request.key(), Entries.text(request.value())));
        return new Empty();
    }

    private Empty tag(SetTag request) {
        store.log(request.runId(), RunBatch.tag(request.key(), Entries.text(request.value())));
        return new Empty();
    }

    private Empty deleteTag(DeleteTag request) {
        store.deleteTag(request.runId(), request.key());
        return new Empty();
    }

    private Empty batch(LogBatch request) {
        requireRunId(request.runId());
        List<Metric> values = new ArrayList<>(request.metrics().size());
        for (MetricEntry entry : request.metrics()) {
            values.add(metric(entry));
        }
        RunBatch batch = new RunBatch(
                values,
                Entries.map(request.params()),
                Entries.map(request.tags()),
                modelMetrics(request.runId(), request.metrics(), values),
                RunBatch.Form.MANY);
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

    private Empty inputs(LogInputs request) {
        requireRunId(request.runId());
        List<RunInput> datasets =
                request.datasets().stream().map(RunLogEndpoints::input).toList();
        List<String> models = request.models().stream()
                .map(model -> Entries.text(model.modelId()))
                .toList();
        store.logInputs(request.runId(), datasets);
        if (!models.isEmpty()) {
            store.logModelInputs(request.runId(), models);
        }
        return new Empty();
    }

    private Empty outputs(LogOutputs request) {
        store.logOutputs(
                request.runId(),
                request.models().stream()
                        .map(model ->
                                new ModelOutput(Entries.text(model.modelId()), model.step() == null ? 0 : model.step()))
                        .toList());
        return new Empty();
    }

    /// Clients before version 3 say so where they stored a model; it is kept as a tag of the run.
    private Empty model(LogModel request) {
        Map<String, String> tags = store.run(request.runId()).tags();
        store.log(request.runId(), RunBatch.tag(ModelHistory.TAG, ModelHistory.with(tags, request.modelJson())));
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
