package io.steelyard.tracking.memory;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A run of an [InMemoryTrackingStore].
final class InMemoryRun {
    /// The order of a history. A NaN counts as 0 and comes after it.
    private static final Comparator<Metric> HISTORY = Comparator.comparingLong(Metric::timestampMillis)
            .thenComparingLong(Metric::step)
            .thenComparingDouble(InMemoryRun::number)
            .thenComparing(metric -> Double.isNaN(metric.value()));

    /// Which of two values of a metric is the later one. A NaN counts as 0.
    private static final Comparator<Metric> LATEST = Comparator.comparingLong(Metric::step)
            .thenComparingLong(Metric::timestampMillis)
            .thenComparingDouble(InMemoryRun::number);

    private final String id;
    private final Experiment experiment;
    private final NewRun start;
    private final Map<String, String> params = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, Metric> latest = new HashMap<>();
    private final Map<String, SortedSet<Metric>> histories = new HashMap<>();
    private final Map<DatasetKey, RunInput> inputs = new LinkedHashMap<>();
    private final SortedSet<String> modelInputs = new TreeSet<>();
    private final Map<String, ModelOutput> outputs = new TreeMap<>();
    private String name;
    private RunStatus status = RunStatus.RUNNING;
    private @Nullable Long endTime;
    private @Nullable Long deletedTime;

    /// What makes two data sets of an experiment the same.
    record DatasetKey(String name, String digest) {
        static DatasetKey of(RunInput input) {
            return new DatasetKey(input.name(), input.digest());
        }
    }

    InMemoryRun(String id, Experiment experiment, NewRun start) {
        this.id = id;
        this.experiment = experiment;
        this.start = start;
        tags.putAll(start.tags());
        name = start.nameOrRandom();
        tags.put(Run.NAME_TAG, name);
    }

    private static double number(Metric metric) {
        // 0.0 and -0.0 are one number.
        return Double.isNaN(metric.value()) ? 0 : metric.value() + 0.0;
    }

    String id() {
        return id;
    }

    String experimentId() {
        return experiment.id();
    }

    Lifecycle lifecycle() {
        return deletedTime == null ? Lifecycle.ACTIVE : Lifecycle.DELETED;
    }

    boolean isDeletedBefore(long moment) {
        return deletedTime != null && deletedTime < moment;
    }

    void delete(long now) {
        deletedTime = now;
    }

    void restore() {
        deletedTime = null;
    }

    void update(RunUpdate update) {
        status = update.status() == null ? status : update.status();
        endTime = update.endTimeMillis() == null ? endTime : update.endTimeMillis();
        if (update.name() != null && !update.name().isEmpty()) {
            name = update.name();
            tags.put(Run.NAME_TAG, name);
        }
    }

    void check(RunBatch batch) {
        Refusals.checkParams(id, batch, params);
    }

    /// Writes a batch that [#check] found to be right.
    void log(RunBatch batch) {
        params.putAll(batch.params());
        for (Metric metric : batch.metrics()) {
            histories
                    .computeIfAbsent(metric.key(), key -> new TreeSet<>(HISTORY))
                    .add(metric);
            latest.merge(metric.key(), metric, (old, other) -> LATEST.compare(other, old) > 0 ? other : old);
        }
        batch.tags().forEach((key, value) -> {
            if (key.equals(Run.NAME_TAG)) {
                update(new RunUpdate(null, null, value));
            } else {
                tags.put(key, value);
            }
        });
    }

    void deleteTag(String key) {
        if (tags.remove(key) == null) {
            throw Refusals.noTag(key, "run", id);
        }
    }

    void logInput(RunInput input) {
        inputs.putIfAbsent(DatasetKey.of(input), input);
    }

    void logModelInputs(List<String> modelIds) {
        modelInputs.addAll(modelIds);
    }

    void logOutputs(List<ModelOutput> models) {
        models.forEach(model -> outputs.putIfAbsent(model.modelId(), model));
    }

    List<Metric> history(String key) {
        SortedSet<Metric> history = histories.get(key);
        return history == null ? List.of() : List.copyOf(history);
    }

    Run toRun() {
        return new Run(
                id,
                experiment.id(),
                name,
                start.userId(),
                status,
                start.startTimeMillis(),
                endTime,
                experiment.runArtifactUri(id),
                lifecycle(),
                params,
                tags,
                latest,
                List.copyOf(inputs.values()),
                List.copyOf(modelInputs),
                List.copyOf(outputs.values()));
    }
}
