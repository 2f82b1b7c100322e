package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LifecycleView;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stores are made by `mlflow-store/make.py` with MLflow itself; so are the expected values.
class ImportMlflowCommandTest {
    private static final Path RECORDED = Path.of("src/test/resources/mlflow-store");

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Captured bring(String from) {
        return Captured.run("import", "mlflow", "--from", from, "--data", data().toString());
    }

    /// The recorded database, in a folder as it was when it was recorded.
    private String database() throws IOException, SQLException {
        Path root = Files.createDirectories(folder.resolve("sql"));
        Path file = root.resolve("mlflow.db");
        String script = Files.readString(RECORDED.resolve("store.sql")).replace("@ROOT@", root.toString());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String line : script.lines().toList()) {
                statement.execute(line);
            }
        }
        String run = script.replaceAll("(?s).*insert into runs values \\('(\\w+)', 'first'.*", "$1");
        Path artifacts = Files.createDirectories(root.resolve("mlruns/1/" + run + "/artifacts/sub"));
        Files.writeString(artifacts.resolve("note.txt"), "hello");
        return "sqlite:///" + file;
    }

    /// The recorded folder, moved to another place.
    private String files() throws IOException {
        Path target = folder.resolve("moved/mlruns");
        try (Stream<Path> all = Files.walk(RECORDED.resolve("mlruns"))) {
            for (Path each : all.toList()) {
                Path copy = target.resolve(RECORDED.resolve("mlruns").relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
        return target.toString();
    }

    private static Run run(Platform platform, String experiment, LifecycleView view) {
        return platform.tracking()
                .searchRuns(new RunSearch(List.of(experiment), "", List.of(), view, 10, null))
                .items()
                .getFirst();
    }

    private void requireAll(Platform platform) throws IOException {
        Experiment flights = platform.tracking().findExperiment("flights").orElseThrow();
        assertThat(flights.tags()).containsEntry("team", "risk");
        Run first = run(platform, flights.id(), LifecycleView.ACTIVE_ONLY);
        assertThat(first.name()).isEqualTo("first");
        assertThat(first.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(first.params()).isEqualTo(Map.of("rate", "0.1", "tree/depth", "3"));
        assertThat(first.tags()).containsEntry("kind", "trial");
        assertThat(platform.tracking().metricHistory(first.id(), "loss"))
                .containsExactly(
                        new Metric("loss", 1, 1000, 0),
                        new Metric("loss", 0.5, 1001, 1),
                        new Metric("loss", 1 / 3.0, 1002, 2),
                        new Metric("loss", 0.25, 1003, 3),
                        new Metric("loss", 0.2, 1004, 4));
        assertThat(first.metrics())
                .hasEntrySatisfying(
                        "nothing", nothing -> assertThat(nothing.value()).isNaN());
        assertThat(first.inputs()).hasSize(1);
        assertThat(first.inputs().getFirst().name()).isEqualTo("rows");
        assertThat(first.inputs().getFirst().tags()).containsEntry("mlflow.data.context", "training");
        Run gone = run(platform, flights.id(), LifecycleView.DELETED_ONLY);
        assertThat(gone.name()).isEqualTo("gone");
        assertThat(gone.lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(gone.metrics())
                .hasEntrySatisfying("loss", loss -> assertThat(loss.value()).isEqualTo(9));
        requireRegistry(platform, first);
        LoggedModel model = platform.tracking()
                .searchLoggedModels(new LoggedModelSearch(List.of(flights.id()), "", List.of(), List.of(), 10, null))
                .items()
                .getFirst();
        assertThat(model.name()).isEqualTo("lm");
        assertThat(model.status()).isEqualTo(LoggedModelStatus.READY);
        assertThat(model.params()).isEqualTo(Map.of("p", "1"));
        assertThat(model.tags()).containsEntry("x", "y");
        assertThat(model.metrics()).hasSize(1);
        assertThat(model.metrics().getFirst().metric()).isEqualTo(new Metric("acc", 0.5, 7, 1));
    }

    private static void requireRegistry(Platform platform, Run first) throws IOException {
        assertThat(platform.registry().model("weigher").description()).isEqualTo("weighs flights");
        assertThat(platform.registry().model("weigher").tags()).isEqualTo(Map.of("t", "v"));
        assertThat(platform.registry().versions("weigher"))
                .extracting(ModelVersion::version)
                .containsExactlyInAnyOrder(1, 3);
        ModelVersion one = platform.registry().version("weigher", 1);
        assertThat(one.stage()).isEqualTo(ModelStage.PRODUCTION);
        assertThat(one.runId()).isEqualTo(first.id());
        assertThat(one.tags()).containsEntry("n", "1");
        assertThat(one.description()).isEqualTo("number 1");
        assertThat(one.createdAtMillis()).isBetween(first.startTimeMillis(), first.startTimeMillis() + 60_000);
        ModelVersion three = platform.registry().version("weigher", 3);
        assertThat(three.stage()).isEqualTo(ModelStage.STAGING);
        assertThat(three.aliases()).containsExactly("champion");
        assertThat(three.artifactPath()).isEqualTo(first.artifactUri() + "/sub");
        String note = three.artifactPath().substring("mlflow-artifacts:/".length()) + "/note.txt";
        try (InputStream content = platform.artifacts().open(note)) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
        }
    }

    private void bringsAllAndNothingTwice(String from) throws IOException {
        Captured first = bring(from);
        assertThat(first.err()).contains("experiment flights").contains("registered model weigher");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("2 experiments, 2 runs (2 new), 8 values of metrics")
                .contains("1 logged models (1 new), 1 registered models (2 new versions)")
                .contains("1 artifact files copied, 5 bytes");
        Captured again = bring(from);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("2 runs (0 new)")
                .contains("(0 new), 1 registered models (0 new versions)")
                .contains("0 artifact files copied");
        try (Platform platform = Platform.open(DataFolder.open(data()))) {
            requireAll(platform);
            // Numbers that MLflow gave are never given again.
            assertThat(platform.registry()
                            .createVersion(NewModelVersion.of("weigher", "mlflow-artifacts:/x"))
                            .version())
                    .isEqualTo(4);
        }
    }

    @Test
    void theRecordedDatabaseComesOver() throws Exception {
        bringsAllAndNothingTwice(database());
    }

    @Test
    void theRecordedFolderComesOver() throws Exception {
        bringsAllAndNothingTwice(files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "files"})
    @EnabledIfSystemProperty(named = "steelyard.tool.mlflow", matches = ".+")
    void whatMlflowMakesNowComesOver(String kind) throws Exception {
        Path made = folder.resolve("made");
        ProcessBuilder script = new ProcessBuilder(
                        System.getProperty("steelyard.tool.mlflow"),
                        RECORDED.resolve("make.py").toAbsolutePath().toString(),
                        kind,
                        made.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("make.log").toFile());
        script.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        assertThat(script.start().waitFor())
                .as("%s", folder.resolve("make.log"))
                .isZero();
        bringsAllAndNothingTwice(kind.equals("sql") ? "sqlite:///" + made + "/mlflow.db" : made + "/mlruns");
    }

    @Test
    void whatCannotBeBroughtOverIsNamed() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text.db"), "no database, but long enough to be looked at");
        Map<String, String> cases = Map.of(
                folder + "/none",
                "there is no folder " + folder + "/none",
                empty.toString(),
                empty + " is no MLflow store",
                "sqlite:///" + folder + "/none.db",
                "there is no file " + folder + "/none.db",
                "sqlite:///" + text,
                text.toString(),
                "mysql://host/db",
                "not with mysql://");
        cases.forEach((from, message) -> {
            Captured answer = bring(from);
            assertThat(answer.exit()).as(from).isEqualTo(2);
            assertThat(answer.err()).as(from).contains(message);
        });
    }

    @Test
    void aRunningServerIsInTheWay() throws Exception {
        String from = files();
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(data()), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            Captured answer = bring(from);
            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.err()).contains(server.uri().toString()).contains("stop it");
        }
    }
}
