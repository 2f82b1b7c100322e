package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.server.DataFolder;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that work on a data folder, on the example's real data.
class QuickstartCommandTest {
    private static final Path FLIGHTS =
            Path.of(System.getProperty("house.dir"), "examples", "flights", "pipeline.yaml");

    /// What the launcher tells Java.
    @BeforeAll
    static void home() {
        System.setProperty("steelyard.home", System.getProperty("house.dir"));
    }

    @AfterAll
    static void nowhere() {
        System.clearProperty("steelyard.home");
    }

    @TempDir
    private Path folder;

    @Test
    void theExampleIsHonest() {
        Captured run = Captured.run(
                "quickstart", "--exit", "--json", "--port", "0", "--inference-port", "0", "--data", folder.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        double rocAuc = summary.get("metrics").get("roc_auc").asDouble();
        // What cannot be known cannot be predicted: a better figure is a leak.
        assertThat(rocAuc).isBetween(0.78, 0.90);
        assertThat(summary.get("metrics").get("log_loss").asDouble()).isLessThan(0.305);
        assertThat(summary.get("passed").asBoolean()).isTrue();
        assertThat(summary.get("model").get("stage").asString()).isEqualTo("Production");
        assertThat(summary.get("drift")).hasSize(3);
        assertThat(summary.get("quality").size()).isBetween(13, 15);
        assertThat(summary.get("run_id").asString()).matches("[0-9a-f]{32}");
        summary.get("files")
                .values()
                .forEach(file -> assertThat(Path.of(file.asString())).exists());
        assertThat(run.err()).contains("train").doesNotContain("\u001b");
    }

    @Test
    void aRunBesideAServerGoesThroughIt() {
        DataFolder data = DataFolder.open(folder);
        try (SteelyardServer server = SteelyardServer.start(data, new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            Captured run = Captured.run(
                    "run", FLIGHTS.toString(), "--json", "--data", folder.toString(), "--param", "model.rounds=3");
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.NO.code());
            JsonNode summary = JsonMapper.shared().readTree(run.out());
            assertThat(summary.get("passed").asBoolean()).isFalse();
            String id = summary.get("run_id").asString();
            assertThat(server.platform().tracking().run(id).params()).containsEntry("rounds", "3");
            assertThat(server.platform().registry().version("flight-delay", 1).runId())
                    .isEqualTo(id);
        }
    }

    @Test
    void aSecondServerOnTheFolderIsRefused() {
        DataFolder data = DataFolder.open(folder);
        try (SteelyardServer server = SteelyardServer.start(data, new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            Captured second =
                    Captured.run("server", "--data", folder.toString(), "--port", "0", "--inference-port", "0");
            assertThat(second.exit()).isEqualTo(ExitCode.USAGE.code());
            assertThat(second.err())
                    .contains("a server already runs on the data folder " + folder)
                    .contains(server.uri().toString())
                    .hasLineCount(1);
            assertThat(data.liveServer()).isPresent();
        }
        assertThat(data.liveServer()).isEmpty();
    }

    @Test
    void aPortInUseIsNamedBeforeTheWorkBegins() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Captured run = Captured.run(
                    "quickstart", "--exit", "--port", "0", "--inference-port", port, "--data", folder.toString());
            assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
            assertThat(run.err()).contains("port " + port).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Captured run = Captured.run("run", FLIGHTS.toString(), "--data", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .contains("the data folder " + file + " is a file: choose a folder with --data")
                .hasLineCount(1);
    }

    @Test
    void aDataFolderOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(folder), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            assertThat(server.uri().getPort()).isPositive();
        }
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("steelyard.db"));
                var statement = database.createStatement()) {
            statement.executeUpdate("UPDATE steelyard_tracking_history SET version = '9999'");
        }
        Captured run = Captured.run("server", "--data", folder.toString(), "--port", "0", "--inference-port", "0");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("9999").hasLineCount(1);
    }
}
