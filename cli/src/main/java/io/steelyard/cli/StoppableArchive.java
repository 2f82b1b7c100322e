package io.steelyard.cli;

import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An archive whose runs are ended as killed where a signal comes while they go on.
///
/// @param archive where the runs are
/// @param signal hears the signal
record StoppableArchive(RunArchive archive, StopSignal signal) implements RunArchive {
    @Override
    public RunLog start(String experiment, String name, Map<String, String> tags) {
        RunLog log = archive.start(experiment, name, tags);
        signal.whileUnderWay(() -> log.end(RunStatus.KILLED));
        return log;
    }

    @Override
    public Run run(String id) {
        return archive.run(id);
    }

    @Override
    public List<Run> runs(String experiment, String filter, int most) {
        return archive.runs(experiment, filter, most);
    }

    @Override
    public boolean fetch(String runId, String path, Path target) {
        return archive.fetch(runId, path, target);
    }

    @Override
    public void artifact(String runId, Path local, String path) {
        // the first that is written after the repetition is the verdict: its run has ended
        signal.done();
        archive.artifact(runId, local, path);
    }

    @Override
    public void tags(String runId, Map<String, String> tags) {
        archive.tags(runId, tags);
    }

    @Override
    public void close() {
        archive.close();
    }
}
