package io.steelyard.pipeline;

import io.steelyard.pipeline.ReproductionReport.Difference;
import io.steelyard.pipeline.ReproductionReport.InputLine;
import io.steelyard.pipeline.ReproductionReport.LevelLine;
import io.steelyard.pipeline.ReproductionReport.MetricLine;
import io.steelyard.pipeline.ReproductionReport.State;
import io.steelyard.pipeline.provenance.GitState;
import io.steelyard.pipeline.provenance.Surroundings;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Repeats a recorded run from its inputs, and says how far what came out is equal.
///
/// First every input is verified: the pipeline's settings and every file by its digest. Where one differs and the level
/// [ReproductionLevel#INPUTS] is asked for, nothing is repeated. Else the pipeline runs again up to the weighed model, as
/// a run of its own with the tag [#REPEATS_TAG]; nothing is registered, promoted, served or replayed, and its files go
/// into a folder that is gone afterwards. The verdict is stored on the run as an in-toto statement below
/// [#VERDICTS], and its tag [#REACHED_TAG] holds the levels that the last reproduction reached.
public final class Reproduction {
    /// The tag of a repetition: the id of the run that it repeats.
    public static final String REPEATS_TAG = "steelyard.repeats";

    /// The tag of a run that was reproduced: the levels that were reached, divided by commas, or `none`.
    public static final String REACHED_TAG = "steelyard.reproduced";

    /// Where the verdicts stand among a run's artifacts, one file each.
    public static final String VERDICTS = "reproductions";

    private static final String PARENT_TAG = "mlflow.parentRunId";
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ReproductionRequest request;
    private final RunArchive archive;
    private final Path folder;
    private final PipelineListener listener;
    private final InstantSource clock;

    private Reproduction(
            ReproductionRequest request,
            RunArchive archive,
            Path folder,
            PipelineListener listener,
            InstantSource clock) {
        this.request = request;
        this.archive = archive;
        this.folder = folder;
        this.listener = listener;
        this.clock = clock;
    }

    /// Reproduces a run.
    ///
    /// @param request the run, and how closely
    /// @param archive where the run is, and where its repetition and the verdict go
    /// @param folder in which a folder is made for the work, and removed
    /// @param listener told of every step
    /// @return what was found
    /// @throws PipelineException where the run cannot be reproduced: it has no record, has not ended, is deleted, or a file
    ///     that it read is gone
    public static ReproductionReport run(
            ReproductionRequest request, RunArchive archive, Path folder, PipelineListener listener) {
        return new Reproduction(request, archive, folder, listener, InstantSource.system()).run();
    }

    private ReproductionReport run() {
        try (WorkFolder work = WorkFolder.in(folder)) {
            StepRunner steps = new StepRunner(listener);
            RecordedRun recorded = RecordedRun.read(archive, request.runId(), work.path());
            Verification verified = steps.run(
                    "verify",
                    progress -> Verification.of(recorded.provenance(), request),
                    v -> v.inputs().size() + " inputs, "
                            + v.inputs().stream().filter(line -> !line.same()).count() + " differ");
            Surroundings here = Surroundings.here();
            GitState git = GitState.of(verified.file().folder(), work.path().resolve("changes.patch"));
            List<Difference> surroundings = ChangedSurroundings.of(recorded.provenance(), git, here);
            boolean stop =
                    verified.firstDifference().isPresent() && request.levels().contains(ReproductionLevel.INPUTS);
            boolean inputsAlone = request.levels().stream().allMatch(level -> level == ReproductionLevel.INPUTS);
            Repeated repeated = stop || inputsAlone ? Repeated.NOTHING : repeat(recorded, verified.file(), work);
            return conclude(recorded, verified, surroundings, repeated, work);
        }
    }

    /// What a repetition brought.
    private record Repeated(@Nullable String runId, List<LevelLine> levels, List<MetricLine> metrics) {
        static final Repeated NOTHING = new Repeated(null, List.of(), List.of());
    }

    private Repeated repeat(RecordedRun recorded, PipelineFile file, WorkFolder work) {
        Map<String, String> tags = Map.of(REPEATS_TAG, request.runId(), PARENT_TAG, request.runId());
        String name = "repeats " + recorded.run().name();
        try (RunLog log = archive.start(file.spec().name(), name.strip(), tags)) {
            LevelChecks checks = new LevelChecks(recorded, request.tolerance());
            Workplace place = new Workplace(log, work.path(), new NoHost(), listener);
            return Pipeline.repeat(file, place, learned -> {
                List<MetricLine> metrics = checks.metrics(learned.outcome());
                return new Repeated(
                        log.runId(),
                        List.of(
                                checks.model(learned.outcome()),
                                checks.predictions(learned.packaged().predictor()),
                                LevelChecks.metrics(metrics)),
                        metrics);
            });
        }
    }

    /// A repetition deploys nothing.
    private record NoHost() implements ModelHost {
        @Override
        public URI deploy(String name, int version, Path modelFolder) {
            throw new IllegalStateException("a repetition deploys nothing");
        }

        @Override
        public void flushPredictions() {
            throw new IllegalStateException("a repetition makes no predictions");
        }
    }

    private ReproductionReport conclude(
            RecordedRun recorded,
            Verification verified,
            List<Difference> surroundings,
            Repeated repeated,
            WorkFolder work) {
        List<LevelLine> levels = new ArrayList<>();
        levels.add(inputs(verified));
        for (ReproductionLevel level : ReproductionLevel.values()) {
            if (level != ReproductionLevel.INPUTS) {
                levels.add(repeated.levels().stream()
                        .filter(line -> line.level() == level)
                        .findFirst()
                        .orElseGet(() -> new LevelLine(level, State.NOT_CHECKED, "nothing was repeated")));
            }
        }
        boolean reproduced = levels.stream()
                .filter(line -> request.levels().contains(line.level()))
                .allMatch(line -> line.state() == State.REACHED);
        Instant now = clock.instant();
        String verdict = VERDICTS + "/" + FILE_TIME.format(now) + ".json";
        List<String> notes = new ArrayList<>(verified.notes());
        if (recorded.provenance().git().commit() == null) {
            notes.add("the run recorded no git commit: "
                    + recorded.provenance().git().note());
        }
        ReproductionReport report = new ReproductionReport(
                request.runId(),
                reproduced,
                repeated.runId(),
                List.copyOf(request.levels()),
                levels,
                verified.inputs(),
                firstDifference(verified, levels),
                surroundings,
                repeated.metrics(),
                notes,
                verdict);
        String statement =
                ReproductionStatement.of(recorded, request, report, now).json();
        archive.artifact(request.runId(), work.write("verdict.json", statement), verdict);
        String reached = levels.stream()
                .filter(line -> line.state() == State.REACHED)
                .map(line -> line.level().spelling())
                .collect(Collectors.joining(","));
        archive.tags(request.runId(), Map.of(REACHED_TAG, reached.isEmpty() ? "none" : reached));
        return report;
    }

    private static LevelLine inputs(Verification verified) {
        Optional<InputLine> first = verified.firstDifference();
        long files =
                verified.inputs().stream().filter(line -> line.path() != null).count();
        long settings = verified.inputs().size() - files;
        return first.map(line -> new LevelLine(ReproductionLevel.INPUTS, State.MISSED, line.spelled()))
                .orElseGet(() -> new LevelLine(
                        ReproductionLevel.INPUTS,
                        State.REACHED,
                        files + " files and " + settings + " settings as they were"));
    }

    private static @Nullable String firstDifference(Verification verified, List<LevelLine> levels) {
        return verified.firstDifference()
                .map(InputLine::spelled)
                .or(() -> levels.stream()
                        .filter(line -> line.state() == State.MISSED)
                        .findFirst()
                        .map(line -> line.level().spelling() + ": " + line.detail()))
                .orElse(null);
    }
}
