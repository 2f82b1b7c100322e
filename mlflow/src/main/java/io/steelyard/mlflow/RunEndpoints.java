package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.CreateRun;
import io.steelyard.mlflow.wire.GetMetricHistory;
import io.steelyard.mlflow.wire.GetRun;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.MetricHistoryResponse;
import io.steelyard.mlflow.wire.RunOutputs;
import io.steelyard.mlflow.wire.RunResponse;
import io.steelyard.mlflow.wire.UpdateRun;
import io.steelyard.mlflow.wire.UpdateRunResponse;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The endpoints of a run's start, state and end.
final class RunEndpoints {
    private static final String DEFAULT_EXPERIMENT = "0";

    private final TrackingStore store;

    RunEndpoints(TrackingStore store) {
        this.store = store;
    }

    RunResponse create(CreateRun request) {
        String experiment = Entries.text(request.experimentId());
        Run run = store.createRun(new NewRun(
                experiment.isEmpty() ? DEFAULT_EXPERIMENT : experiment,
                request.runName(),
                Entries.text(request.userId()),
                request.startTime() == null ? 0 : request.startTime(),
                Entries.map(request.tags())));
        return new RunResponse(RunEntries.of(run, null));
    }

    RunResponse get(GetRun request) {
        return new RunResponse(RunEntries.of(store.run(request.runId()), new RunOutputs()));
    }

    UpdateRunResponse update(UpdateRun request) {
        Run run = store.updateRun(
                request.runId(), new RunUpdate(status(request.status()), request.endTime(), request.runName()));
        return new UpdateRunResponse(RunEntries.info(run));
    }

    private static @Nullable RunStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> MlflowException.invalid("Invalid value " + PythonText.json(text)
                        + " for parameter 'status' supplied: it must be one of "
                        + Arrays.toString(RunStatus.values()) + "."));
    }

    MetricHistoryResponse metricHistory(GetMetricHistory request) {
        Long maxResults = request.maxResults();
        if (maxResults == null || maxResults == 0) {
            return new MetricHistoryResponse(entries(store.metricHistory(request.runId(), request.metricKey())), null);
        }
        Page<Metric> page = store.metricHistory(
                request.runId(),
                request.metricKey(),
                Math.clamp(maxResults, Integer.MIN_VALUE, Integer.MAX_VALUE),
                request.pageToken());
        return new MetricHistoryResponse(entries(page.items()), page.nextToken());
    }

    private static List<MetricEntry> entries(List<Metric> metrics) {
        return metrics.stream().map(RunEntries::metric).toList();
    }
}
