package io.steelyard.mlflow;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A part of a metric's history, small enough to draw: the values by step, time and value are divided into as many
/// buckets of the same size as values are wanted (the first buckets hold one more where it does not come out even), and
/// the first of each bucket is taken; the very last value always is.
///
/// @param startStep the first step that counts
/// @param endStep the last step that counts
/// @param size how many values are wanted, from 1
record MetricSample(long startStep, long endStep, int size) {
    private static final int PART = 25_000;

    private static final Comparator<Metric> ORDER = Comparator.comparingLong(Metric::step)
            .thenComparingLong(Metric::timestampMillis)
            .thenComparingDouble(metric -> Double.isNaN(metric.value()) ? 0 : metric.value())
            .thenComparing(metric -> Double.isNaN(metric.value()));

    List<Metric> of(TrackingStore store, String runId, String key) {
        List<Metric> found = new ArrayList<>();
        String token = null;
        do {
            Page<Metric> page = store.metricHistory(runId, key, PART, token);
            for (Metric metric : page.items()) {
                if (metric.step() >= startStep && metric.step() <= endStep) {
                    found.add(metric);
                }
            }
            token = page.nextToken();
        } while (token != null);
        found.sort(ORDER);
        return sampled(found);
    }

    private List<Metric> sampled(List<Metric> sorted) {
        int count = sorted.size();
        if (count <= size) {
            return sorted;
        }
        int small = count / size;
        int greater = count % size;
        List<Metric> sample = new ArrayList<>(size);
        for (int bucket = 0; bucket < size; bucket++) {
            sample.add(sorted.get(bucket * small + Math.min(bucket, greater)));
        }
        sample.set(size - 1, sorted.getLast());
        return sample;
    }
}
