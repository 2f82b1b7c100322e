package io.steelyard.pipeline;

import io.steelyard.pipeline.provenance.Outcome;
import io.steelyard.pipeline.provenance.Provenance;
import io.steelyard.pipeline.provenance.RecordJson;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/// A run with its record, read and ready to be held against a repetition.
///
/// @param run the run
/// @param provenance what went in
/// @param outcome what came out
/// @param probeRows the probe's rows, a local file
/// @param probeScores the bits of their scores, a line a row
record RecordedRun(Run run, Provenance provenance, Outcome outcome, Path probeRows, List<String> probeScores) {
    /// Reads a run's record.
    ///
    /// @param archive where the run is
    /// @param runId the run
    /// @param folder where files are put
    /// @throws PipelineException where the run cannot be reproduced; the message says why
    static RecordedRun read(RunArchive archive, String runId, Path folder) {
        Run run = archive.run(runId);
        if (run.lifecycle() != Lifecycle.ACTIVE) {
            throw new PipelineException("the run " + runId + " is deleted: restore it to reproduce it");
        }
        if (run.status() == RunStatus.RUNNING || run.status() == RunStatus.SCHEDULED) {
            throw new PipelineException(
                    "the run " + runId + " has not ended yet: wait until it has, then reproduce it");
        }
        Reader reader = new Reader(archive, runId, folder);
        String provenance = reader.text(
                Provenance.ARTIFACT,
                "the run " + runId + " has no record of what it was made of (" + Provenance.ARTIFACT
                        + "), so it cannot be reproduced: only runs of './steelyard run' and 'quickstart' have one");
        String unfinished = "the run " + runId + " ended as " + run.status() + " before its model was weighed, so"
                + " there is nothing to hold a repetition against: run the pipeline again";
        String outcome = reader.text(Outcome.ARTIFACT, unfinished);
        Path rows = reader.file(Outcome.PROBE_ARTIFACT, unfinished);
        String scores = reader.text(Outcome.SCORES_ARTIFACT, unfinished);
        return new RecordedRun(
                run,
                reader.record(Provenance.ARTIFACT, provenance, Provenance.class),
                reader.record(Outcome.ARTIFACT, outcome, Outcome.class),
                rows,
                scores.lines().toList());
    }

    private record Reader(RunArchive archive, String runId, Path folder) {
        Path file(String artifact, String absent) {
            Path file = folder.resolve(
                    Objects.requireNonNull(Path.of(artifact).getFileName()).toString());
            if (!archive.fetch(runId, artifact, file)) {
                throw new PipelineException(absent);
            }
            return file;
        }

        String text(String artifact, String absent) {
            try {
                return Files.readString(file(artifact, absent));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        <T extends Record> T record(String artifact, String json, Class<T> type) {
            try {
                int format = RecordJson.format(json);
                if (format > Provenance.FORMAT) {
                    throw new PipelineException("the record of the run " + runId + " is of a newer version (" + artifact
                            + ", format " + format + "; this Steelyard reads up to " + Provenance.FORMAT
                            + "): reproduce it with the version that made it, or a later one");
                }
                return RecordJson.read(json, type);
            } catch (JacksonException e) {
                throw new PipelineException(
                        "the record of the run " + runId + " is damaged (" + artifact + "): " + e.getOriginalMessage(),
                        e);
            }
        }
    }
}
