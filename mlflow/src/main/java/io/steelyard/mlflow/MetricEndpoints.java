package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.GET;

import io.steelyard.mlflow.wire.BulkHistoryResponse;
import io.steelyard.mlflow.wire.GetMetricHistory;
import io.steelyard.mlflow.wire.GetMetricHistoryBulk;
import io.steelyard.mlflow.wire.GetMetricHistoryBulkInterval;
import io.steelyard.mlflow.wire.IntervalHistoryResponse;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.MetricHistoryResponse;
import io.steelyard.mlflow.wire.RunMetricEntry;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The endpoints `metrics/…`.
final class MetricEndpoints {
    private static final int MAX_RUNS = 100;
    private static final int MAX_HISTORY = 25_000;
    private static final int MAX_SAMPLE = 2500;

    private final TrackingStore store;

    MetricEndpoints(TrackingStore store) {
        this.store = store;
    }

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.of(GET, "/metrics/get-history", GetMetricHistory.class, this::history),
                MlflowRoute.of(GET, "/metrics/get-history-bulk", GetMetricHistoryBulk.class, this::bulk)
                        .under(MlflowRoute.Mount.V2_PAGES),
                MlflowRoute.of(
                        GET, "/metrics/get-history-bulk-interval", GetMetricHistoryBulkInterval.class, this::interval));
    }

    private MetricHistoryResponse history(GetMetricHistory request) {
        Long maxResults = request.maxResults();
        if (maxResults == null) {
            return new MetricHistoryResponse(entries(store.metricHistory(request.runId(), request.metricKey())), null);
        }
        if (maxResults < 1) {
            throw MlflowException.invalid("Invalid value " + maxResults
                    + " for parameter 'max_results' supplied. It must be a positive integer.");
        }
        Page<Metric> page = store.metricHistory(
                request.runId(),
                request.metricKey(),
                (int) Math.min(maxResults, Integer.MAX_VALUE),
                Entries.orNull(request.pageToken()));
        return new MetricHistoryResponse(entries(page.items()), page.nextToken());
    }

    private static List<MetricEntry> entries(List<Metric> metrics) {
        return metrics.stream().map(RunEntries::metric).toList();
    }

    /// The runs by id, each with its history, until there are enough values.
    private BulkHistoryResponse bulk(GetMetricHistoryBulk request) {
        List<String> runIds = request.runId();
        if (runIds.isEmpty()) {
            throw MlflowException.invalid("GetMetricHistoryBulk request must specify at least one run_id.");
        }
        if (runIds.size() > MAX_RUNS) {
            throw MlflowException.invalid("GetMetricHistoryBulk request cannot specify more than " + MAX_RUNS
                    + " run_ids. Received " + runIds.size() + " run_ids.");
        }
        String key = request.metricKey();
        if (key == null) {
            throw MlflowException.invalid("GetMetricHistoryBulk request must specify a metric_key.");
        }
        int left = limit(request.maxResults());
        List<RunMetricEntry> entries = new ArrayList<>();
        for (String runId : new TreeSet<>(runIds)) {
            if (left == 0) {
                break;
            }
            List<Metric> part = store.metricHistory(runId, key, left, null).items();
            part.forEach(metric -> entries.add(entry(runId, metric)));
            left -= part.size();
        }
        return new BulkHistoryResponse(entries);
    }

    private static int limit(@Nullable Long asked) {
        if (asked == null) {
            return MAX_HISTORY;
        }
        if (asked < 0) {
            throw MlflowException.invalid(
                    "Invalid value " + asked + " for parameter 'max_results' supplied. It must not be negative.");
        }
        return (int) Math.min(asked, MAX_HISTORY);
    }

    private IntervalHistoryResponse interval(GetMetricHistoryBulkInterval request) {
        List<String> runIds = request.runIds();
        if (runIds.size() > MAX_RUNS) {
            throw MlflowException.invalid("GetMetricHistoryBulkInterval request must specify at most " + MAX_RUNS
                    + " run_ids. Received " + runIds.size() + " run_ids." + RequestReader.HINT);
        }
        long maxResults = request.maxResults() == null ? MAX_SAMPLE : request.maxResults();
        if (maxResults < 1 || maxResults > MAX_SAMPLE) {
            throw MlflowException.invalid("max_results must be between 1 and " + MAX_SAMPLE + "." + RequestReader.HINT);
        }
        Long start = request.startStep();
        Long end = request.endStep();
        if ((start == null) != (end == null)) {
            throw MlflowException.invalid("If either start step or end step are specified, both must be specified.");
        }
        if (start != null && end != null && start > end) {
            throw MlflowException.invalid("end_step must be greater than start_step. Found start_step=" + start
                    + " and end_step=" + end + ".");
        }
        List<RunMetricEntry> entries = new ArrayList<>();
        for (String runId : runIds) {
            MetricSample sample = new MetricSample(
                    start == null ? Long.MIN_VALUE : start, end == null ? Long.MAX_VALUE : end, (int) maxResults);
            sample.of(store, runId, request.metricKey()).forEach(metric -> entries.add(entry(runId, metric)));
        }
        return new IntervalHistoryResponse(entries);
    }

    private static RunMetricEntry entry(String runId, Metric metric) {
        return new RunMetricEntry(
                metric.key(), RunEntries.finite(metric.value()), metric.timestampMillis(), metric.step(), runId);
    }
}
