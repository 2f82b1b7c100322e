package io.steelyard.tracking.memory;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
import io.steelyard.tracking.ExperimentTag;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.search.ExperimentRow;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchGrammar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The experiments of an [InMemoryTrackingStore].
final class InMemoryExperiments {
    private final Map<Long, Experiment> byNumber = new LinkedHashMap<>();
    private long next;

    Experiment create(NewExperiment experiment, long now) {
        if (find(experiment.name()).isPresent()) {
            throw Refusals.experimentExists(experiment.name());
        }
        long number = next++;
        String location = experiment.artifactLocation();
        return put(new Experiment(
                Long.toString(number),
                experiment.name(),
                location == null || location.isEmpty() ? Experiment.usualLocation(number) : location,
                Lifecycle.ACTIVE,
                now,
                now,
                experiment.tags()));
    }

    private Experiment put(Experiment experiment) {
        byNumber.put(Experiment.number(experiment.id()), experiment);
        return experiment;
    }

    Experiment get(String id) {
        Experiment experiment = byNumber.get(Experiment.number(id));
        if (experiment == null) {
            throw Refusals.noExperiment(Experiment.number(id));
        }
        return experiment;
    }

    Experiment active(String id) {
        Experiment experiment = get(id);
        Refusals.checkActive(experiment);
        return experiment;
    }

    Optional<Experiment> find(String name) {
        return byNumber.values().stream().filter(e -> e.name().equals(name)).findFirst();
    }

    void rename(String id, String name, long now) {
        NewExperiment checked = NewExperiment.named(name);
        Experiment old = get(id);
        Refusals.checkRename(old);
        if (!old.name().equals(name) && find(name).isPresent()) {
            throw Refusals.experimentExists(name);
        }
        put(with(old, checked.name(), old.lifecycle(), now, old.tags()));
    }

    /// Deletes or restores an experiment, without its runs.
    ///
    /// @param to what it becomes; it must be the other now
    /// @return its id as it was given out
    String move(String id, Lifecycle to, long now) {
        Experiment old = get(id);
        if (old.lifecycle() == to) {
            throw Refusals.noExperiment(Experiment.number(id));
        }
        put(with(old, old.name(), to, now, old.tags()));
        return old.id();
    }

    void setTag(String id, ExperimentTag tag) {
        Experiment old = active(id);
        Map<String, String> tags = new HashMap<>(old.tags());
        tags.put(tag.key(), tag.value());
        put(with(old, old.name(), old.lifecycle(), old.lastUpdateTimeMillis(), tags));
    }

    void deleteTag(String id, String key) {
        Experiment old = active(id);
        Map<String, String> tags = new HashMap<>(old.tags());
        if (tags.remove(key) == null) {
            throw Refusals.noTag(key, "experiment", id);
        }
        put(with(old, old.name(), old.lifecycle(), old.lastUpdateTimeMillis(), tags));
    }

    private static Experiment with(
            Experiment old, String name, Lifecycle lifecycle, long updated, Map<String, String> tags) {
        return new Experiment(
                old.id(), name, old.artifactLocation(), lifecycle, old.creationTimeMillis(), updated, tags);
    }

    Page<Experiment> search(ExperimentSearch search) {
        Filter filter = SearchGrammar.EXPERIMENTS.filter(search.filter());
        List<OrderBy> fields = SearchGrammar.EXPERIMENTS.order(search.orderBy());
        Comparator<ExperimentRow> order = OrderBy.comparator(fields)::compare;
        List<Experiment> found = byNumber.values().stream()
                .filter(e -> search.view().shows(e.lifecycle()))
                .map(ExperimentRow::new)
                .filter(filter::matches)
                .sorted(order)
                .map(ExperimentRow::experiment)
                .toList();
        return InMemoryPages.page(found, search.maxResults(), search.pageToken(), search.view(), filter.text(), fields);
    }

    List<Experiment> all() {
        return List.copyOf(byNumber.values());
    }

    void remove(Experiment experiment) {
        byNumber.remove(Experiment.number(experiment.id()));
    }
}
