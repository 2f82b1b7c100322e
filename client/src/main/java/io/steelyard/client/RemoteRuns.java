package io.steelyard.client;

import io.steelyard.mlflow.wire.DatasetInputEntry;
import io.steelyard.mlflow.wire.ExperimentResponse;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.ModelOutputEntry;
import io.steelyard.mlflow.wire.RunEntry;
import io.steelyard.mlflow.wire.RunInfo;
import io.steelyard.mlflow.wire.RunInputs;
import io.steelyard.mlflow.wire.RunOutputs;
import io.steelyard.mlflow.wire.SearchRuns;
import io.steelyard.mlflow.wire.SearchRunsResponse;
import io.steelyard.mlflow.wire.ViewType;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs as a server tells of them.
final class RemoteRuns {
    private static final long RUNS_AT_ONCE = 1000;

    private final MlflowServer server;

    RemoteRuns(MlflowServer server) {
        this.server = server;
    }

    Stream<Run> search(List<String> experiments, String filter, List<String> orderBy) {
        List<String> ids = new ArrayList<>();
        experiments.forEach(name -> id(name).ifPresent(ids::add));
        if (ids.isEmpty()) {
            return Stream.empty();
        }
        UnaryOperator<@Nullable SearchRunsResponse> next =
                page -> page == null || WireText.of(page.nextPageToken()).isEmpty()
                        ? null
                        : page(ids, filter, orderBy, page.nextPageToken());
        return Stream.<@Nullable SearchRunsResponse>iterate(
                        page(ids, filter, orderBy, null), page -> page != null, next)
                .flatMap(page ->
                        page == null ? Stream.empty() : page.runs().stream().map(RemoteRuns::of));
    }

    private SearchRunsResponse page(List<String> ids, String filter, List<String> orderBy, @Nullable String token) {
        SearchRuns request = new SearchRuns(ids, filter, RUNS_AT_ONCE, orderBy, ViewType.ACTIVE_ONLY, token);
        return server.post("/runs/search", request, SearchRunsResponse.class, Repeat.SAFE);
    }

    private Optional<String> id(String experiment) {
        try {
            return Optional.of(server.get(
                            "/experiments/get-by-name", Map.of("experiment_name", experiment), ExperimentResponse.class)
                    .experiment()
                    .experimentId());
        } catch (RemoteException e) {
            if (e.errorCode().filter("RESOURCE_DOES_NOT_EXIST"::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Run of(RunEntry entry) {
        RunInfo info = entry.info();
        RunInputs inputs = entry.inputs();
        RunOutputs outputs = entry.outputs();
        return new Run(
                info.runId(),
                info.experimentId(),
                WireText.of(info.runName()),
                WireText.of(info.userId()),
                RunStatus.valueOf(info.status()),
                info.startTime() == null ? 0 : info.startTime(),
                info.endTime(),
                info.artifactUri(),
                Lifecycle.valueOf(info.lifecycleStage().toUpperCase(Locale.ROOT)),
                entry.data() == null ? Map.of() : WireText.map(entry.data().params()),
                entry.data() == null ? Map.of() : WireText.map(entry.data().tags()),
                entry.data() == null ? Map.of() : metrics(entry.data().metrics()),
                inputs == null
                        ? List.of()
                        : inputs.datasetInputs().stream().map(RemoteRuns::input).toList(),
                inputs == null
                        ? List.of()
                        : inputs.modelInputs().stream()
                                .map(model -> WireText.of(model.modelId()))
                                .toList(),
                outputs == null
                        ? List.of()
                        : outputs.modelOutputs().stream()
                                .map(RemoteRuns::output)
                                .toList());
    }

    private static Map<String, Metric> metrics(List<MetricEntry> entries) {
        Map<String, Metric> metrics = new HashMap<>();
        for (MetricEntry entry : entries) {
            long step = entry.step() == null ? 0 : entry.step();
            metrics.put(entry.key(), new Metric(entry.key(), entry.value(), entry.timestamp(), step));
        }
        return metrics;
    }

    private static RunInput input(DatasetInputEntry entry) {
        return new RunInput(
                entry.dataset().name(),
                entry.dataset().digest(),
                WireText.of(entry.dataset().sourceType()),
                WireText.of(entry.dataset().source()),
                entry.dataset().schema(),
                entry.dataset().profile(),
                WireText.map(entry.tags()));
    }

    private static ModelOutput output(ModelOutputEntry entry) {
        return new ModelOutput(WireText.of(entry.modelId()), entry.step() == null ? 0 : entry.step());
    }
}
