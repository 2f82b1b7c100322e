package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.DatasetEntry;
import io.steelyard.mlflow.wire.DatasetInputEntry;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.ModelInputEntry;
import io.steelyard.mlflow.wire.ModelOutputEntry;
import io.steelyard.mlflow.wire.RunData;
import io.steelyard.mlflow.wire.RunEntry;
import io.steelyard.mlflow.wire.RunInfo;
import io.steelyard.mlflow.wire.RunInputs;
import io.steelyard.mlflow.wire.RunOutputs;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A run in MLflow's spelling.
final class RunEntries {
    private RunEntries() {}

    static RunEntry of(Run run) {
        return entry(
                run,
                new RunOutputs(run.outputs().stream()
                        .map(output -> new ModelOutputEntry(output.modelId(), output.step()))
                        .toList()));
    }

    /// As MLflow answers to the start of a run: nothing is said of its outputs.
    static RunEntry started(Run run) {
        return entry(run, null);
    }

    private static RunEntry entry(Run run, @Nullable RunOutputs outputs) {
        return new RunEntry(
                info(run),
                new RunData(
                        run.metrics().values().stream()
                                .sorted(Comparator.comparing(Metric::key))
                                .map(RunEntries::metric)
                                .toList(),
                        Entries.of(run.params()),
                        Entries.of(run.tags())),
                new RunInputs(
                        run.inputs().stream().map(RunEntries::input).toList(),
                        run.modelInputs().stream().map(ModelInputEntry::new).toList()),
                outputs);
    }

    static RunInfo info(Run run) {
        return new RunInfo(
                run.id(),
                run.experimentId(),
                run.name(),
                run.userId(),
                run.status().name(),
                run.startTimeMillis(),
                run.endTimeMillis(),
                run.artifactUri(),
                Entries.stage(run.lifecycle()),
                run.id());
    }

    /// MLflow's databases hold no infinities: its wire has the greatest doubles in their place.
    static double finite(double value) {
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value;
    }

    static MetricEntry metric(Metric metric) {
        return new MetricEntry(metric.key(), finite(metric.value()), metric.timestampMillis(), metric.step());
    }

    private static DatasetInputEntry input(RunInput input) {
        return new DatasetInputEntry(
                Entries.of(input.tags()),
                new DatasetEntry(
                        input.name(),
                        input.digest(),
                        input.sourceType(),
                        input.source(),
                        input.schema(),
                        input.profile()));
    }
}
