package io.steelyard.pipeline;

import io.steelyard.batch.BatchInference;
import io.steelyard.batch.BatchJob;
import io.steelyard.batch.BatchModel;
import io.steelyard.batch.BatchResult;
import io.steelyard.batch.KeptColumns;
import io.steelyard.batch.PredictionDistribution;
import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import io.steelyard.gates.GateReport;
import io.steelyard.gates.GateResult;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs a pipeline from its tables to a model that is served and watched. Each step is a class of its own; this one says
/// in which order they come, and what each hands to the next.
public final class Pipeline {
    private final PipelineFile file;
    private final PipelineSpec spec;
    private final Workplace place;
    private final StepRunner steps;
    private final RunRecord record;
    private final Map<String, String> files = new LinkedHashMap<>();

    private Pipeline(PipelineFile file, Workplace place) {
        this.file = file;
        this.spec = file.spec();
        this.place = place;
        this.steps = new StepRunner(place.listener());
        this.record = new RunRecord(file, place.log());
    }

    /// Runs a pipeline.
    ///
    /// @param file the pipeline
    /// @param place where it works; its run is ended, as failed where an exception is thrown
    /// @return what it brought about; where a gate fails, nothing is promoted, served or replayed
    /// @throws PipelineException, [io.steelyard.data.DataException] or [io.steelyard.training.TrainingException] where
    ///     the pipeline's file or data are wrong
    public static PipelineSummary run(PipelineFile file, Workplace place) {
        try {
            PipelineSummary summary = new Pipeline(file, place).run();
            place.log().end(RunStatus.FINISHED);
            return summary;
        } catch (RuntimeException e) {
            place.log().tags(Map.of("error", String.valueOf(e.getMessage())));
            place.log().end(RunStatus.FAILED);
            throw e;
        }
    }

    private PipelineSummary run() {
        try (TableEngine engine = TableEngine.open();
                WorkFolder work = WorkFolder.in(place.folder())) {
            LoadTables.Loaded loaded = steps.run(
                    "data",
                    progress -> new LoadTables(file.folder(), spec.data()).run(engine),
                    l -> l.inputs().size() + " tables, digest " + l.digest().substring(0, 12));
            Path features = place.folder().resolve("features").resolve(spec.name());
            JoinFeatures.Joined joined = steps.run(
                    "features",
                    progress -> new JoinFeatures(file.folder(), spec, features).run(engine, progress),
                    j -> count(j.rows().values().stream().mapToLong(n -> n).sum()) + " rows, "
                            + spec.model().features().size() + " features");
            joined.files().forEach((split, path) -> files.put("features " + split.spelling(), path.toString()));
            FitTransforms.Fitted fitted = steps.run(
                    "transforms",
                    progress -> new FitTransforms(spec).run(engine, joined),
                    f -> f.transforms().steps().size() + " fitted on "
                            + count(f.train().rows()) + " rows");
            ExperimentConfig config = record.start(loaded, fitted);
            TrainModel.Trained trained = steps.run(
                    "train",
                    progress -> new TrainModel(spec, place.log())
                            .run(fitted.transforms(), fitted.train(), fitted.validation(), progress),
                    t -> (t.model().bestRound() + 1) + " rounds kept of "
                            + t.model().rounds());
            PackageModel.Packaged packaged = steps.run(
                    "package",
                    progress -> new PackageModel(
                                    spec, place.log().runId(), work.path().resolve("model"))
                            .run(fitted.transforms(), trained.model(), fitted.train()),
                    p -> "model file " + p.digest().substring(0, 12));
            WeighModel.Weighed weighed = steps.run(
                    "evaluate",
                    progress -> new WeighModel(spec).run(packaged.predictor(), fitted.test()),
                    w -> "ROC AUC " + four(w.metrics().get("roc_auc")) + " on "
                            + count(fitted.test().rows()) + " rows");
            GateReport gates = steps.run(
                    "gates",
                    progress -> GateReport.weigh(
                            weighed.metrics(),
                            spec.gates().stream().map(GateSpec::gate).toList()),
                    g -> g.results().stream().filter(GateResult::passed).count() + " of "
                            + g.results().size() + " passed");
            boolean passed = gates.passed() && !spec.gates().isEmpty();
            record.weighed(work, weighed, gates, packaged);
            int version = steps.run(
                    "register",
                    progress -> record.register(config, loaded, gates, passed),
                    v -> spec.register().model() + " version " + v
                            + (passed ? ", promoted to Production" : ", not promoted"));
            Live live = passed ? live(joined, fitted, packaged, version, work) : new Live(null, null);
            return summary(loaded, config, joined, fitted, trained, packaged, weighed, gates, version, passed, live);
        }
    }

    /// What happened after the model was deployed.
    private record Live(PipelineSummary.@Nullable ServingLine serving, WatchLive.@Nullable Watched watched) {}

    private Live live(
            JoinFeatures.Joined joined,
            FitTransforms.Fitted fitted,
            PackageModel.Packaged packaged,
            int version,
            WorkFolder work) {
        String model = spec.register().model();
        URI address = steps.run(
                "deploy",
                progress -> place.host().deploy(model, version, packaged.folder()),
                uri -> uri + " answers with version " + version);
        try (ServingClient client = new ServingClient(address)) {
            DeployCheck.Answer answer =
                    new DeployCheck(client, spec.model().features()).run(packaged.predictor(), fitted.test());
            BatchSpec batch = spec.batch();
            if (batch != null) {
                batch(joined, packaged, version, batch);
            }
            ReplaySpec replay = spec.replay();
            if (replay == null) {
                return new Live(answer.line(0), null);
            }
            Batch rows = liveRows(joined);
            steps.run(
                    "replay",
                    progress -> new LiveReplay(
                                    client,
                                    replay,
                                    spec.features(),
                                    spec.model().features(),
                                    model + "-" + version + "-")
                            .run(rows, progress),
                    labels -> count(rows.rows()) + " rows asked, " + count(labels) + " labels sent");
            WatchLive.Watched watched = steps.run(
                    "watch",
                    progress -> {
                        place.host().flushPredictions();
                        return new WatchLive(spec, place.folder().resolve("predictions"), version)
                                .run(packaged.predictor(), fitted.train());
                    },
                    w -> w.drift().size() + " months, " + w.quality().size() + " weeks");
            record.watched(work, watched);
            files.put(
                    "prediction log",
                    place.folder().resolve("predictions").resolve(model).toString());
            return new Live(answer.line(rows.rows()), watched);
        }
    }

    private void batch(JoinFeatures.Joined joined, PackageModel.Packaged packaged, int version, BatchSpec batch) {
        Path source = Objects.requireNonNull(joined.files().get(Split.TEST));
        Path target = place.folder()
                .resolve("predictions")
                .resolve(spec.register().model())
                .resolve("batch")
                .resolve("version-" + version + ".parquet");
        String model = spec.register().model();
        BatchResult result = steps.run(
                "batch",
                progress -> BatchInference.run(
                        new BatchModel(
                                packaged.predictor(),
                                Integer.toString(version),
                                "models:/" + model + "/" + version,
                                packaged.digest()),
                        new BatchJob(
                                List.of(source.toString()),
                                target,
                                batch.keep().isEmpty() ? KeptColumns.all() : KeptColumns.named(batch.keep()),
                                Instant.now(),
                                batch.batchSize()),
                        done -> progress.accept((double) done.rows() / done.totalRows())),
                r -> count(r.totalRows()) + " rows scored, mean " + four(meanScore(r)));
        files.put("batch predictions", result.outputPath().toString());
    }

    /// The mean of what the model answers: a probability, or a value.
    private static double meanScore(BatchResult result) {
        PredictionDistribution probabilities = result.probabilityDistribution();
        return Objects.requireNonNull(probabilities != null ? probabilities : result.predictionDistribution())
                .mean();
    }

    private static Batch liveRows(JoinFeatures.Joined joined) {
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("live", Objects.requireNonNull(joined.files().get(Split.LIVE)));
            return engine.readAll("SELECT * FROM live");
        }
    }

    private PipelineSummary summary(
            LoadTables.Loaded loaded,
            ExperimentConfig config,
            JoinFeatures.Joined joined,
            FitTransforms.Fitted fitted,
            TrainModel.Trained trained,
            PackageModel.Packaged packaged,
            WeighModel.Weighed weighed,
            GateReport gates,
            int version,
            boolean passed,
            Live live) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("train", (long) fitted.train().rows());
        rows.put("validation", (long) fitted.validation().rows());
        rows.put("test", (long) fitted.test().rows());
        rows.put("live", Objects.requireNonNull(joined.rows().get(Split.LIVE)));
        return new PipelineSummary(
                spec.name(),
                spec.question(),
                place.log().runId(),
                config.configHash(),
                loaded.digest(),
                rows,
                weighed.metrics(),
                weighed.groups(),
                gates.results().stream().map(RunRecord::line).toList(),
                passed,
                new PipelineSummary.ModelLine(
                        spec.register().model(),
                        version,
                        passed ? "Production" : "None",
                        packaged.digest(),
                        trained.model().bestRound() + 1),
                live.serving(),
                live.watched() == null ? List.of() : live.watched().driftLines(),
                live.watched() == null ? List.of() : live.watched().qualityLines(),
                files);
    }

    private static String four(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
