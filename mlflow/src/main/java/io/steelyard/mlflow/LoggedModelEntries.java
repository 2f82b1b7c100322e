package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.LoggedModelData;
import io.steelyard.mlflow.wire.LoggedModelEntry;
import io.steelyard.mlflow.wire.LoggedModelInfo;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.ModelStatus;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;

/// A logged model in MLflow's spelling.
final class LoggedModelEntries {
    private LoggedModelEntries() {}

    static LoggedModelEntry of(LoggedModel model) {
        return new LoggedModelEntry(
                new LoggedModelInfo(
                        model.id(),
                        model.experimentId(),
                        model.name(),
                        model.creationTimeMillis(),
                        model.lastUpdateTimeMillis(),
                        model.artifactUri(),
                        status(model.status()),
                        model.modelType(),
                        Entries.text(model.sourceRunId()),
                        Entries.of(model.tags())),
                new LoggedModelData(
                        Entries.of(model.params()),
                        model.metrics().stream().map(LoggedModelEntries::metric).toList()));
    }

    static LoggedModelStatus status(ModelStatus status) {
        return switch (status) {
            case LOGGED_MODEL_PENDING -> LoggedModelStatus.PENDING;
            case LOGGED_MODEL_READY -> LoggedModelStatus.READY;
            case LOGGED_MODEL_UPLOAD_FAILED -> LoggedModelStatus.UPLOAD_FAILED;
        };
    }

    private static ModelStatus status(LoggedModelStatus status) {
        return switch (status) {
            case PENDING -> ModelStatus.LOGGED_MODEL_PENDING;
            case READY -> ModelStatus.LOGGED_MODEL_READY;
            case UPLOAD_FAILED -> ModelStatus.LOGGED_MODEL_UPLOAD_FAILED;
        };
    }

    private static MetricEntry metric(ModelMetric measured) {
        Metric metric = measured.metric();
        return new MetricEntry(
                metric.key(),
                RunEntries.finite(metric.value()),
                metric.timestampMillis(),
                metric.step(),
                measured.datasetName(),
                measured.datasetDigest(),
                measured.modelId(),
                measured.runId());
    }
}
