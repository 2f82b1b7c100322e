package io.steelyard.pipeline;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.LifecycleView;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.TrackingStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The runs in stores that this process has opened itself. The caller closes the stores, after the archive.
///
/// @param tracking where the runs' records are
/// @param registry where models are registered
/// @param artifacts where the runs' files are
public record StoreRunArchive(TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts)
        implements RunArchive {
    private static final int RUNS_A_PAGE = 1000;

    @Override
    public Run run(String id) {
        return tracking.run(id);
    }

    @Override
    public List<Run> runs(String experiment, String filter, int most) {
        Optional<Experiment> found = tracking.findExperiment(experiment);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<Run> page = tracking.searchRuns(new RunSearch(
                    List.of(found.get().id()),
                    filter,
                    List.of(),
                    LifecycleView.ACTIVE_ONLY,
                    Math.min(RUNS_A_PAGE, most - runs.size()),
                    token));
            runs.addAll(page.items());
            token = page.nextToken();
        } while (token != null && runs.size() < most);
        return List.copyOf(runs);
    }

    @Override
    public boolean fetch(String runId, String path, Path target) {
        try (InputStream content = artifacts.open(StoreRunLog.stored(tracking.run(runId), path))) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (ArtifactException e) {
            if (e.kind() == ArtifactException.Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    @Override
    public void artifact(String runId, Path local, String path) {
        artifacts.putAll(StoreRunLog.stored(tracking.run(runId), path), local);
    }

    @Override
    public void tags(String runId, Map<String, String> tags) {
        tracking.log(runId, RunBatch.of(List.of(), Map.of(), tags));
    }

    @Override
    public StoreRunLog start(String experiment, String name, Map<String, String> tags) {
        return StoreRunLog.start(this, experiment, name, tags);
    }

    @Override
    public void close() {
        // the stores are the caller's
    }
}
