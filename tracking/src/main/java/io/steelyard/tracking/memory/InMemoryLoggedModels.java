package io.steelyard.tracking.memory;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.LoggedModelRow;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The logged models of an [InMemoryTrackingStore]. As in MLflow a deleted one can still be written to, but not be
/// read.
final class InMemoryLoggedModels {
    private final Map<String, Entry> byId = new LinkedHashMap<>();

    /// A model, and whether it is in use.
    record Entry(LoggedModel model, Lifecycle lifecycle) {}

    LoggedModel create(NewLoggedModel model, Experiment experiment, long now) {
        String id = "m-" + UUID.randomUUID().toString().replace("-", "");
        LoggedModel made = new LoggedModel(
                id,
                experiment.id(),
                model.nameOrRandom(),
                experiment.modelArtifactUri(id),
                LoggedModelStatus.PENDING,
                model.sourceRunId(),
                model.modelType(),
                now,
                now,
                model.params(),
                model.tags(),
                List.of());
        byId.put(id, new Entry(made, Lifecycle.ACTIVE));
        return made;
    }

    LoggedModel get(String id) {
        Entry entry = any(id);
        if (entry.lifecycle() == Lifecycle.DELETED) {
            throw Refusals.noLoggedModel(id);
        }
        return entry.model();
    }

    private Entry any(String id) {
        Entry entry = byId.get(id);
        if (entry == null) {
            throw Refusals.noLoggedModel(id);
        }
        return entry;
    }

    void check(String id) {
        any(id);
    }

    LoggedModel finish(String id, LoggedModelStatus status, long now) {
        Entry old = any(id);
        return put(
                old,
                status,
                now,
                old.model().params(),
                old.model().tags(),
                old.model().metrics());
    }

    void delete(String id, long now) {
        LoggedModel model = finish(id, any(id).model().status(), now);
        byId.put(id, new Entry(model, Lifecycle.DELETED));
    }

    void logParams(String id, Map<String, String> params) {
        Entry old = any(id);
        Refusals.checkLoggedModelParams(id, params, old.model().params());
        put(
                old,
                with(old.model().params(), params),
                old.model().tags(),
                old.model().metrics());
    }

    LoggedModel setTags(String id, Map<String, String> tags) {
        Entry old = any(id);
        return put(
                old,
                old.model().params(),
                with(old.model().tags(), tags),
                old.model().metrics());
    }

    private static Map<String, String> with(Map<String, String> old, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(old);
        all.putAll(others);
        return all;
    }

    void deleteTag(String id, String key) {
        Entry old = any(id);
        Map<String, String> tags = new HashMap<>(old.model().tags());
        if (tags.remove(key) == null) {
            throw Refusals.noLoggedModelTag(key, id);
        }
        put(old, old.model().params(), tags, old.model().metrics());
    }

    /// Writes a value that a run measured; one that stands there already is left out.
    void log(String runId, ModelMetric logged) {
        Entry old = any(logged.modelId());
        ModelMetric metric = new ModelMetric(
                logged.modelId(), logged.metric(), runId, orNull(logged.datasetName()), orNull(logged.datasetDigest()));
        List<ModelMetric> metrics = new ArrayList<>(old.model().metrics());
        if (!metrics.contains(metric)) {
            metrics.add(metric);
            put(old, old.model().params(), old.model().tags(), metrics);
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private LoggedModel put(
            Entry old, Map<String, String> params, Map<String, String> tags, List<ModelMetric> metrics) {
        return put(old, old.model().status(), old.model().lastUpdateTimeMillis(), params, tags, metrics);
    }

    private LoggedModel put(
            Entry old,
            LoggedModelStatus status,
            long updated,
            Map<String, String> params,
            Map<String, String> tags,
            List<ModelMetric> metrics) {
        LoggedModel model = old.model();
        LoggedModel changed = new LoggedModel(
                model.id(),
                model.experimentId(),
                model.name(),
                model.artifactUri(),
                status,
                model.sourceRunId(),
                model.modelType(),
                model.creationTimeMillis(),
                updated,
                params,
                tags,
                metrics);
        byId.put(model.id(), new Entry(changed, old.lifecycle()));
        return changed;
    }

    Page<LoggedModel> search(LoggedModelSearch search) {
        Filter filter = SearchGrammar.LOGGED_MODELS.filter(search.filter());
        boolean testsMetrics = filter.tests().anyMatch(test -> test.field().source() == Source.METRIC);
        List<OrderBy> fields = SearchGrammar.modelOrder(search.orderBy());
        Comparator<LoggedModelRow> order = OrderBy.comparator(fields)::compare;
        Set<String> experiments = InMemoryRuns.ids(search.experimentIds());
        List<LoggedModel> found = byId.values().stream()
                .filter(entry -> entry.lifecycle() == Lifecycle.ACTIVE)
                .map(Entry::model)
                .filter(model -> experiments.contains(model.experimentId()))
                .map(model -> new LoggedModelRow(model, search.datasets()))
                .filter(row -> testsMetrics || row.isMeasured())
                .filter(filter::matches)
                .sorted(order)
                .map(LoggedModelRow::model)
                .toList();
        return InMemoryPages.page(
                found,
                search.maxResults(),
                search.pageToken(),
                search.experimentIds(),
                search.datasets(),
                filter.text(),
                fields);
    }

    List<Entry> all() {
        return List.copyOf(byId.values());
    }

    void remove(Entry entry) {
        byId.remove(entry.model().id());
    }

    /// Forgets what a run measured, when the run goes.
    void forgetRun(String runId) {
        for (Entry entry : all()) {
            LoggedModel model = entry.model();
            List<ModelMetric> others = model.metrics().stream()
                    .filter(metric -> !metric.runId().equals(runId))
                    .toList();
            put(entry, model.params(), model.tags(), others);
        }
    }
}
