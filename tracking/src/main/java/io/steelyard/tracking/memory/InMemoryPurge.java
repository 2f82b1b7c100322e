package io.steelyard.tracking.memory;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.TrackingPurge;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Removes what was deleted from an [InMemoryTrackingStore].
final class InMemoryPurge implements TrackingPurge {
    private final InMemoryExperiments experiments;
    private final InMemoryRuns runs;
    private final InMemoryLoggedModels models;
    private final SortedSet<String> freed = new TreeSet<>();

    InMemoryPurge(InMemoryExperiments experiments, InMemoryRuns runs, InMemoryLoggedModels models) {
        this.experiments = experiments;
        this.runs = runs;
        this.models = models;
    }

    @Override
    public Purged purge(long deletedBeforeMillis) {
        List<Experiment> gone = experiments.all().stream()
                .filter(e -> e.lifecycle() == Lifecycle.DELETED && e.lastUpdateTimeMillis() < deletedBeforeMillis)
                .filter(e -> Experiment.number(e.id()) != Experiment.DEFAULT)
                .toList();
        List<String> goneIds = gone.stream().map(Experiment::id).toList();
        List<InMemoryRun> goneRuns = runs.all().stream()
                .filter(run -> run.isDeletedBefore(deletedBeforeMillis) || goneIds.contains(run.experimentId()))
                .toList();
        List<InMemoryLoggedModels.Entry> goneModels = models.all().stream()
                .filter(entry -> isDeletedBefore(entry, deletedBeforeMillis)
                        || goneIds.contains(entry.model().experimentId()))
                .toList();
        goneModels.forEach(this::remove);
        goneRuns.forEach(this::remove);
        gone.forEach(this::remove);
        return new Purged(gone.size(), goneRuns.size(), goneModels.size());
    }

    private static boolean isDeletedBefore(InMemoryLoggedModels.Entry entry, long moment) {
        return entry.lifecycle() == Lifecycle.DELETED && entry.model().lastUpdateTimeMillis() < moment;
    }

    private void remove(InMemoryLoggedModels.Entry entry) {
        freed.add(entry.model().artifactUri());
        models.remove(entry);
    }

    private void remove(InMemoryRun run) {
        freed.add(run.toRun().artifactUri());
        models.forgetRun(run.id());
        runs.remove(run);
    }

    private void remove(Experiment experiment) {
        if (experiment.artifactLocation().equals(Experiment.usualLocation(Experiment.number(experiment.id())))) {
            freed.add(experiment.artifactLocation());
        }
        runs.forgetDatasets(experiment);
        experiments.remove(experiment);
    }

    @Override
    public List<String> freedLocations() {
        return List.copyOf(freed);
    }

    @Override
    public void forgetLocation(String location) {
        freed.remove(location);
    }
}
