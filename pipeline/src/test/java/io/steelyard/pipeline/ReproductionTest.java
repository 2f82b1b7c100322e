package io.steelyard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.pipeline.ReproductionReport.InputLine;
import io.steelyard.pipeline.ReproductionReport.LevelLine;
import io.steelyard.pipeline.ReproductionReport.State;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReproductionTest {
    @TempDir
    private Path folder;

    private Path data;
    private SmallPipeline pipeline;
    private String runId;

    @BeforeEach
    void run() throws IOException {
        data = folder.resolve("data");
        pipeline = SmallPipeline.in(Files.createDirectory(folder.resolve("orders")));
        // What comes after the model is no part of a reproduction, and takes the longest.
        pipeline.edit("replay: {id: id, label_time: known_at}", "");
        runId = pipeline.run(data, Map.of("model.rounds", "10")).summary().runId();
    }

    private ReproductionReport reproduce(ReproductionRequest request) {
        return SmallPipeline.reproduce(data, request, new ArrayList<>());
    }

    private ReproductionReport reproduce() {
        return reproduce(ReproductionRequest.of(runId));
    }

    @Test
    void anUntouchedRunReachesEveryLevel() throws IOException {
        Set<Path> before = files("features", "predictions");
        List<String> steps = new ArrayList<>();
        ReproductionReport report = SmallPipeline.reproduce(data, ReproductionRequest.of(runId), steps);
        assertThat(report.levels()).extracting(LevelLine::state).containsOnly(State.REACHED);
        assertThat(report.levels()).extracting(LevelLine::level).containsExactly(ReproductionLevel.values());
        assertThat(report.reproduced()).isTrue();
        assertThat(report.firstDifference()).isNull();
        assertThat(report.inputs()).allMatch(InputLine::same);
        assertThat(report.inputs())
                .extracting(InputLine::what)
                .contains("seed", "model.rounds", "pipeline file", "features.entities", "data.tables.orders");
        assertThat(report.metrics()).extracting("name").contains("roc_auc");
        assertThat(report.surroundings()).isEmpty();
        assertThat(steps)
                .containsExactly("verify", "data", "features", "transforms", "train", "package", "evaluate", "gates");
        inArchive(archive -> {
            Run repetition = archive.run(String.valueOf(report.repetitionRunId()));
            assertThat(repetition.status()).isEqualTo(RunStatus.FINISHED);
            assertThat(repetition.tags()).containsEntry("steelyard.repeats", runId);
            assertThat(archive.run(runId).tags())
                    .containsEntry("steelyard.reproduced", "inputs,model,predictions,metrics");
            assertThat(archive.registry().latestVersions("orders", List.of())).hasSize(1);
            assertThat(archive.registry().production("orders"))
                    .hasValueSatisfying(version -> assertThat(version.runId()).isEqualTo(runId));
        });
        assertThat(files("features", "predictions")).isEqualTo(before);
        assertThat(data.toFile().list()).noneMatch(name -> name.startsWith(".work"));
    }

    @Test
    void theVerdictIsAnInTotoStatement() throws IOException {
        ReproductionReport report = reproduce();
        Path verdict = folder.resolve("verdict.json");
        inArchive(archive ->
                assertThat(archive.fetch(runId, report.verdict(), verdict)).isTrue());
        JsonNode statement = JsonMapper.shared().readTree(Files.readString(verdict));
        assertThat(statement.get("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.get("predicateType").asString())
                .isEqualTo("https://steelyard.io/attestations/reproduction/v1");
        assertThat(statement.get("subject").values().stream()
                        .map(subject -> subject.get("name").asString()))
                .contains("model/model.ubj", "model/transforms.json");
        assertThat(statement.at("/subject/0/digest/sha256").asString()).matches("[0-9a-f]{64}");
        JsonNode predicate = statement.get("predicate");
        assertThat(predicate.get("verificationResult").asString()).isEqualTo("PASSED");
        assertThat(predicate.at("/levels/1/state").asString()).isEqualTo("REACHED");
        assertThat(predicate.get("repetitionRunId").asString()).isEqualTo(report.repetitionRunId());
        assertThat(predicate.get("resolvedDependencies").values().stream()
                        .map(each -> each.get("uri").asString()))
                .anyMatch(uri -> uri.startsWith("file:///") && uri.endsWith("orders.parquet"));
    }

    @Test
    void aChangedByteOfATableIsNamedAndNothingIsRepeated() throws IOException {
        Path table = folder.resolve("orders/orders.parquet");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        ReproductionReport report = reproduce();
        assertThat(report.reproduced()).isFalse();
        assertThat(report.repetitionRunId()).isNull();
        assertThat(report.firstDifference())
                .startsWith("data.tables.orders (" + table + "): the run had ")
                .matches("(?s).*the run had [0-9a-f]{64}, now it is [0-9a-f]{64}");
        assertThat(report.level(ReproductionLevel.MODEL))
                .hasValueSatisfying(line -> assertThat(line.state()).isEqualTo(State.NOT_CHECKED));
        inArchive(archive -> assertThat(archive.run(runId).tags()).containsEntry("steelyard.reproduced", "none"));
    }

    @Test
    void aChangedQueryIsNamed() throws IOException {
        pipeline.entities(SmallPipeline.ENTITIES + " DESC");
        assertThat(reproduce().firstDifference()).startsWith("features.entities (");
    }

    @Test
    void aChangedSettingIsNamedBeforeItsFile() throws IOException {
        pipeline.edit("seed: 7", "seed: 8");
        assertThat(reproduce().firstDifference()).isEqualTo("seed: the run had 7, now it is 8");
    }

    @Test
    void anotherParameterIsNamed() {
        ReproductionRequest request = new ReproductionRequest(
                runId, EnumSet.allOf(ReproductionLevel.class), Tolerance.NONE, Map.of("seed", "8"), Map.of());
        assertThat(reproduce(request).firstDifference()).isEqualTo("seed: the run had 7, now it is 8");
    }

    @Test
    void aCommentInThePipelineChangesNothing() throws IOException {
        pipeline.edit("seed: 7", "seed: 7 # lucky");
        ReproductionReport report = reproduce();
        assertThat(report.reproduced()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("comments or layout were changed"));
    }

    @Test
    void whereInputsMayDifferTheFurtherLevelsAreCompared() throws IOException {
        pipeline.edit("max_depth: 3", "max_depth: 2");
        Set<ReproductionLevel> metrics = EnumSet.of(ReproductionLevel.METRICS);
        ReproductionReport strict =
                reproduce(new ReproductionRequest(runId, metrics, Tolerance.NONE, Map.of(), Map.of()));
        assertThat(strict.reproduced()).isFalse();
        assertThat(strict.level(ReproductionLevel.MODEL))
                .hasValueSatisfying(line -> assertThat(line.detail())
                        .startsWith("model.ubj differs")
                        .endsWith("the learner got the same numbers, so the learner differs"));
        assertThat(strict.level(ReproductionLevel.PREDICTIONS))
                .hasValueSatisfying(
                        line -> assertThat(line.detail()).contains(" of 706 rows of the probe are answered otherwise"));
        ReproductionReport loose =
                reproduce(new ReproductionRequest(runId, metrics, new Tolerance(0.5, Map.of()), Map.of(), Map.of()));
        assertThat(loose.level(ReproductionLevel.INPUTS))
                .hasValueSatisfying(line -> assertThat(line.state()).isEqualTo(State.MISSED));
        assertThat(loose.reproduced()).isTrue();
    }

    @Test
    void theInputsAloneNeedNoRepetition() {
        ReproductionReport report = reproduce(new ReproductionRequest(
                runId, EnumSet.of(ReproductionLevel.INPUTS), Tolerance.NONE, Map.of(), Map.of()));
        assertThat(report.reproduced()).isTrue();
        assertThat(report.repetitionRunId()).isNull();
    }

    @Test
    void filesThatMovedAreFound() throws IOException {
        Path elsewhere = folder.resolve("else where");
        Files.move(folder.resolve("orders"), elsewhere);
        assertThatThrownBy(this::reproduce)
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("which is not there any more")
                .hasMessageContaining("--data-path");
        ReproductionReport report = reproduce(new ReproductionRequest(
                runId,
                EnumSet.allOf(ReproductionLevel.class),
                Tolerance.NONE,
                Map.of(),
                Map.of(folder.resolve("orders"), elsewhere)));
        assertThat(report.reproduced())
                .as(String.valueOf(report.firstDifference()))
                .isTrue();
    }

    @Test
    void dataThatMovedAloneAreFound() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("store"));
        Path orders = folder.resolve("orders");
        for (String file : List.of("orders.parquet", "MANIFEST.sha256")) {
            Files.move(orders.resolve(file), elsewhere.resolve(file));
        }
        ReproductionReport report = reproduce(new ReproductionRequest(
                runId,
                EnumSet.allOf(ReproductionLevel.class),
                Tolerance.NONE,
                Map.of(),
                Map.of(
                        orders.resolve("orders.parquet"), elsewhere.resolve("orders.parquet"),
                        orders.resolve("MANIFEST.sha256"), elsewhere.resolve("MANIFEST.sha256"))));
        assertThat(report.reproduced())
                .as(String.valueOf(report.firstDifference()))
                .isTrue();
    }

    @Test
    void whatCannotBeReproducedSaysWhy() throws IOException {
        inArchive(archive -> {
            RunLog other = archive.start("notes", "", Map.of());
            String id = other.runId();
            assertThatThrownBy(() -> Reproduction.run(ReproductionRequest.of(id), archive, data, new Quiet()))
                    .hasMessage("the run " + id + " has not ended yet: wait until it has, then reproduce it");
            other.end(RunStatus.FINISHED);
            assertThatThrownBy(() -> Reproduction.run(ReproductionRequest.of(id), archive, data, new Quiet()))
                    .hasMessageStartingWith("the run " + id + " has no record of what it was made of");
            archive.tracking().deleteRun(id);
            assertThatThrownBy(() -> Reproduction.run(ReproductionRequest.of(id), archive, data, new Quiet()))
                    .hasMessage("the run " + id + " is deleted: restore it to reproduce it");
            assertThatThrownBy(() -> Reproduction.run(ReproductionRequest.of("0f"), archive, data, new Quiet()))
                    .hasMessage("Run with id=0f not found");
        });
    }

    @Test
    void aRecordOfANewerVersionIsRefused() throws IOException {
        Path record = Files.writeString(folder.resolve("newer.json"), "{\"format\": 2}");
        inArchive(archive -> archive.artifact(runId, record, "record/run.json"));
        assertThatThrownBy(this::reproduce).hasMessageContaining("is of a newer version");
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\"format\": 1, ");
        inArchive(archive -> archive.artifact(runId, damaged, "record/run.json"));
        assertThatThrownBy(this::reproduce).hasMessageContaining("is damaged (record/run.json)");
    }

    @Test
    void aRunThatFailedBeforeItWasWeighedHasNothingToCompare() throws IOException {
        assertThatThrownBy(() -> pipeline.run(data, Map.of("model.parameters.no_such", "1")));
        inArchive(archive -> {
            Run failed =
                    archive.runs("orders", "attributes.status = 'FAILED'", 1).getFirst();
            assertThatThrownBy(() -> Reproduction.run(ReproductionRequest.of(failed.id()), archive, data, new Quiet()))
                    .hasMessageContaining("ended as FAILED before its model was weighed");
        });
    }

    @Test
    void fromJava() throws IOException {
        PipelineListener listener = new Quiet();
        inArchive(archive -> {
            ReproductionReport report = Reproduction.run(ReproductionRequest.of(runId), archive, data, listener);
            assertThat(report.reproduced()).isTrue();
        });
    }

    private void inArchive(Consumer<StoreRunArchive> check) {
        try (Database database = Database.open(DatabaseUri.sqlite(data.resolve("steelyard.db")))) {
            check.accept(SmallPipeline.archive(data, database));
        }
    }

    private Set<Path> files(String... folders) throws IOException {
        Set<Path> found = new java.util.TreeSet<>();
        for (String each : folders) {
            try (Stream<Path> all = Files.walk(data.resolve(each))) {
                found.addAll(all.filter(Files::isRegularFile).toList());
            }
        }
        return found;
    }

    private record Quiet() implements PipelineListener {
        @Override
        public void started(String step) {}

        @Override
        public void progress(String step, double fraction, String note) {}

        @Override
        public void done(String step, java.time.Duration took, String result) {}

        @Override
        public void failed(String step, String message) {}
    }
}
