package io.steelyard.pipeline;

import io.steelyard.batch.BatchInference;
import io.steelyard.batch.BatchJob;
import io.steelyard.batch.BatchResult;
import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import io.steelyard.tracking.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
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
        return tracked(place, () -> new Pipeline(file, place).run());
    }

    private PipelineSummary run() {
        try (TableEngine engine = TableEngine.open();
                WorkFolder work = WorkFolder.in(place.folder())) {
            LearnModel.Learned learned = new LearnModel(file, place, steps).run(record, engine, work);
            learned.joined()
                    .files()
                    .forEach((split, path) -> files.put("features " + split.spelling(), path.toString()));
            boolean passed = learned.gates().passed() && !spec.gates().isEmpty();
            int version = steps.run(
                    "register",
                    progress -> record.register(learned.started(), learned.loaded(), learned.gates(), passed),
                    v -> spec.register().model() + " version " + v
                            + (passed ? ", promoted to Production" : ", not promoted"));
            Live live = passed ? live(learned, version, work) : new Live(null, null);
            return summary(learned, version, passed, live);
        }
    }

    /// Repeats a pipeline from its tables to the weighed model; nothing is registered, promoted, served or replayed.
    ///
    /// @param <T> what comes of it
    /// @param file the pipeline
    /// @param place where it works; its run is ended, as failed where an exception is thrown; the host is not asked
    /// @param compare what to do with what the repetition brought, while its files are there
    /// @return what came of it
    static <T> T repeat(PipelineFile file, Workplace place, Function<LearnModel.Learned, T> compare) {
        return tracked(place, () -> {
            try (TableEngine engine = TableEngine.open();
                    WorkFolder work = WorkFolder.in(place.folder())) {
                return compare.apply(new LearnModel(file, place, new StepRunner(place.listener()))
                        .run(new RunRecord(file, place.log()), engine, work));
            }
        });
    }

    private static <T> T tracked(Workplace place, Supplier<T> work) {
        try {
            T brought = work.get();
            place.log().end(RunStatus.FINISHED);
            return brought;
        } catch (RuntimeException e) {
            place.log().tags(Map.of("error", String.valueOf(e.getMessage())));
            place.log().end(RunStatus.FAILED);
            throw e;
        }
    }

    /// What happened after the model was deployed.
    private record Live(PipelineSummary.@Nullable ServingLine serving, WatchLive.@Nullable Watched watched) {}

    private Live live(LearnModel.Learned learned, int version, WorkFolder work) {
        JoinFeatures.Joined joined = learned.joined();
        FitTransforms.Fitted fitted = learned.fitted();
        PackageModel.Packaged packaged = learned.packaged();
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
                    labels -> LearnModel.count(rows.rows()) + " rows asked, " + LearnModel.count(labels)
                            + " labels sent");
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
        long rows = Objects.requireNonNull(joined.rows().get(Split.TEST));
        BatchResult result = steps.run(
                "batch",
                progress -> BatchInference.run(
                        packaged.predictor(),
                        new BatchJob(
                                source.toString(),
                                target,
                                batch.keep(),
                                Integer.toString(version),
                                Instant.now(),
                                batch.batchSize()),
                        done -> progress.accept((double) done / rows)),
                r -> LearnModel.count(r.totalRows()) + " rows scored, mean "
                        + LearnModel.four(r.predictionDistribution().mean()));
        files.put("batch predictions", result.outputPath().toString());
    }

    private static Batch liveRows(JoinFeatures.Joined joined) {
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("live", Objects.requireNonNull(joined.files().get(Split.LIVE)));
            return engine.readAll("SELECT * FROM live");
        }
    }

    private PipelineSummary summary(LearnModel.Learned learned, int version, boolean passed, Live live) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.putAll(learned.outcome().rows());
        rows.put("live", Objects.requireNonNull(learned.joined().rows().get(Split.LIVE)));
        return new PipelineSummary(
                spec.name(),
                spec.question(),
                place.log().runId(),
                learned.started().config().configHash(),
                learned.loaded().digest(),
                rows,
                learned.weighed().metrics(),
                learned.weighed().groups(),
                learned.gates().results().stream().map(RunRecord::line).toList(),
                passed,
                new PipelineSummary.ModelLine(
                        spec.register().model(),
                        version,
                        passed ? "Production" : "None",
                        learned.packaged().digest(),
                        learned.trained().model().bestRound() + 1),
                live.serving(),
                live.watched() == null ? List.of() : live.watched().driftLines(),
                live.watched() == null ? List.of() : live.watched().qualityLines(),
                files);
    }
}
