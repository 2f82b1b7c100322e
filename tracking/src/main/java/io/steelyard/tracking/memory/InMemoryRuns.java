package io.steelyard.tracking.memory;

import io.steelyard.tracking.DatasetSummary;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.memory.InMemoryRun.DatasetKey;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.RunRow;
import io.steelyard.tracking.search.SearchGrammar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The runs of an [InMemoryTrackingStore], and the data sets they read.
final class InMemoryRuns {
    private static final int MAX_SUMMARIES = 1000;

    private final Map<String, InMemoryRun> byId = new LinkedHashMap<>();

    /// By experiment: a data set as it was first logged.
    private final Map<String, Map<DatasetKey, RunInput>> datasets = new HashMap<>();

    Run create(NewRun start, Experiment experiment) {
        InMemoryRun run = new InMemoryRun(UUID.randomUUID().toString().replace("-", ""), experiment, start);
        byId.put(run.id(), run);
        return run.toRun();
    }

    InMemoryRun get(String id) {
        InMemoryRun run = byId.get(id);
        if (run == null) {
            throw Refusals.noRun(id);
        }
        return run;
    }

    InMemoryRun active(String id) {
        InMemoryRun run = get(id);
        Refusals.checkActive(id, run.lifecycle());
        return run;
    }

    List<InMemoryRun> ofExperiment(String experimentId) {
        return ofExperiments(Set.of(experimentId)).toList();
    }

    private Stream<InMemoryRun> ofExperiments(Set<String> experimentIds) {
        return byId.values().stream().filter(run -> experimentIds.contains(run.experimentId()));
    }

    void logInputs(String runId, List<RunInput> inputs) {
        InMemoryRun run = active(runId);
        Map<DatasetKey, RunInput> known = datasets.computeIfAbsent(run.experimentId(), id -> new HashMap<>());
        for (RunInput input : inputs) {
            RunInput first = known.computeIfAbsent(DatasetKey.of(input), key -> input);
            run.logInput(new RunInput(
                    first.name(),
                    first.digest(),
                    first.sourceType(),
                    first.source(),
                    first.schema(),
                    first.profile(),
                    input.tags()));
        }
    }

    List<Metric> history(String runId, String key) {
        InMemoryRun run = byId.get(runId);
        return run == null ? List.of() : run.history(key);
    }

    Page<Run> search(RunSearch search) {
        Filter filter = SearchGrammar.RUNS.filter(search.filter());
        List<OrderBy> fields = SearchGrammar.RUNS.order(search.orderBy());
        Comparator<RunRow> order = OrderBy.comparator(fields)::compare;
        List<Run> found = ofExperiments(ids(search.experimentIds()))
                .filter(run -> search.view().shows(run.lifecycle()))
                .map(run -> new RunRow(run.toRun()))
                .filter(filter::matches)
                .sorted(order)
                .map(RunRow::run)
                .toList();
        return InMemoryPages.page(
                found,
                search.maxResults(),
                search.pageToken(),
                search.experimentIds(),
                search.view(),
                filter.text(),
                fields);
    }

    /// As they were given out: `007` is experiment 7.
    static Set<String> ids(List<String> experimentIds) {
        return experimentIds.stream()
                .map(id -> Long.toString(Experiment.number(id)))
                .collect(Collectors.toSet());
    }

    List<DatasetSummary> datasets(List<String> experimentIds) {
        return ofExperiments(ids(experimentIds))
                .flatMap(run -> run.toRun().inputs().stream()
                        .map(input -> new DatasetSummary(
                                run.experimentId(),
                                input.name(),
                                input.digest(),
                                input.tags().getOrDefault(RunInput.CONTEXT_TAG, ""))))
                .distinct()
                .sorted(Comparator.comparingLong((DatasetSummary s) -> Experiment.number(s.experimentId()))
                        .thenComparing(DatasetSummary::name)
                        .thenComparing(DatasetSummary::digest)
                        .thenComparing(DatasetSummary::context))
                .limit(MAX_SUMMARIES)
                .toList();
    }

    List<InMemoryRun> all() {
        return List.copyOf(byId.values());
    }

    void remove(InMemoryRun run) {
        byId.remove(run.id());
    }

    void forgetDatasets(Experiment experiment) {
        datasets.remove(experiment.id());
    }
}
