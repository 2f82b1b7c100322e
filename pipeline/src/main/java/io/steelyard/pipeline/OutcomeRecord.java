package io.steelyard.pipeline;

import io.steelyard.data.ContentDigest;
import io.steelyard.pipeline.provenance.Outcome;
import io.steelyard.pipeline.provenance.Provenance;
import io.steelyard.pipeline.provenance.RecordJson;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes down what came out of a run, so that a repetition can be held against it.
///
/// @param log the run
/// @param work where files are made on the way
record OutcomeRecord(RunLog log, WorkFolder work) {
    /// The one file of a model folder that is another each time.
    private static final String NEVER_EQUAL = "MLmodel";

    Outcome write(
            ExperimentConfig config,
            LoadTables.Loaded loaded,
            FitTransforms.Fitted fitted,
            TrainModel.Trained trained,
            PackageModel.Packaged packaged,
            WeighModel.Weighed weighed) {
        Probe probe = Probe.of(packaged.predictor(), fitted.test());
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("train", (long) fitted.train().rows());
        rows.put("validation", (long) fitted.validation().rows());
        rows.put("test", (long) fitted.test().rows());
        Outcome outcome = new Outcome(
                Provenance.FORMAT,
                config.configHash(),
                loaded.digest(),
                rows,
                trained.digest(),
                digests(packaged.folder()),
                weighed.metrics(),
                probe.rows().rows());
        Path probeRows = work.path().resolve("probe.parquet");
        probe.writeRows(probeRows);
        log.artifact(probeRows, Outcome.PROBE_ARTIFACT);
        log.artifact(work.write("probe-scores.txt", probe.scoresText()), Outcome.SCORES_ARTIFACT);
        log.artifact(work.write("outcome.json", RecordJson.write(outcome)), Outcome.ARTIFACT);
        return outcome;
    }

    private static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(NEVER_EQUAL)) {
                    digests.put(name, ContentDigest.of(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return digests;
    }
}
