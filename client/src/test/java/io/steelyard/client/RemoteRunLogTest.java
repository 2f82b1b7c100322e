package io.steelyard.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.client.RemoteException.Kind;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.tracking.DatasetInput;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteRunLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(5_000));

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RunLog start() {
        return RemoteRunLog.start(
                new MlflowServer(server.uri(), Duration.ofMillis(1)), CLOCK, "a b & ü", "first", Map.of("k", "v"));
    }

    private String text(String path) throws IOException {
        try (InputStream content = server.artifacts.open(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    @Test
    void whatIsWrittenStandsInTheStores() {
        String id;
        try (RunLog log = start()) {
            id = log.runId();
            log.params(Map.of("rate", "0.1", "größe", "😀"));
            log.params(Map.of("rate", "0.1"));
            log.tags(Map.of("k", "w"));
            log.metrics(List.of(
                    new Metric("auc", 0.1, 1, 1),
                    new Metric("nan", Double.NaN, 1, 1),
                    new Metric("inf", Double.NEGATIVE_INFINITY, 1, 1)));
            log.inputs(List.of(new DatasetInput("flights", "abc", "flights.parquet", "training")));
            log.end(RunStatus.FINISHED);
        }
        Run run = server.tracking.run(id);
        Experiment experiment = server.tracking.experiment(run.experimentId());
        assertThat(experiment.name()).isEqualTo("a b & ü");
        assertThat(run.name()).isEqualTo("first");
        assertThat(run.userId()).isEqualTo(System.getProperty("user.name"));
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.startTimeMillis()).isEqualTo(5_000);
        assertThat(run.endTimeMillis()).isEqualTo(5_000);
        assertThat(run.params()).isEqualTo(Map.of("rate", "0.1", "größe", "😀"));
        assertThat(run.tags()).isEqualTo(Map.of("k", "w", "mlflow.runName", "first"));
        assertThat(run.metrics())
                .isEqualTo(Map.of(
                        "auc", new Metric("auc", 0.1, 1, 1),
                        "nan", new Metric("nan", Double.NaN, 1, 1),
                        "inf", new Metric("inf", Double.NEGATIVE_INFINITY, 1, 1)));
        assertThat(run.inputs())
                .containsExactly(RunInput.of(new DatasetInput("flights", "abc", "flights.parquet", "training")));
    }

    @Test
    void longListsAreSentInPieces() {
        Map<String, String> many = new TreeMap<>();
        IntStream.range(0, 250).forEach(i -> many.put("k" + i, "v"));
        List<Metric> metrics =
                IntStream.range(0, 2500).mapToObj(i -> new Metric("m", i, i, i)).toList();
        try (RunLog log = start()) {
            log.params(many);
            log.tags(many);
            log.metrics(metrics);
            log.metrics(List.of());
            assertThat(server.tracking.run(log.runId()).params()).hasSize(250);
            assertThat(server.tracking.run(log.runId()).tags()).hasSize(252);
            assertThat(server.tracking.metricHistory(log.runId(), "m")).isEqualTo(metrics);
        }
        assertThat(server.requests).filteredOn(r -> r.endsWith("/log-batch")).hasSize(3 + 3 + 3);
    }

    @Test
    void filesAndFoldersAreStored() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model/sub"));
        Files.writeString(model.resolve("a #?%20ü.txt"), "odd");
        Files.writeString(model.resolveSibling("MLmodel"), "x");
        try (RunLog log = start()) {
            log.artifact(folder.resolve("model"), "best model");
            log.artifact(model.resolveSibling("MLmodel"), "one/file.txt");
            String root = server.tracking.run(log.runId()).artifactUri().substring("mlflow-artifacts:/".length());
            assertThat(text(root + "/best model/sub/a #?%20ü.txt")).isEqualTo("odd");
            assertThat(text(root + "/best model/MLmodel")).isEqualTo("x");
            assertThat(text(root + "/one/file.txt")).isEqualTo("x");
            assertThatThrownBy(() -> log.artifact(folder.resolve("nothing"), "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nothing");
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> log.artifact(model.resolveSibling("MLmodel"), "../../x"))
                    .withMessageContaining("bad path");
        }
    }

    @Test
    void aModelIsRegisteredAndPromoted() {
        try (RunLog log = start()) {
            log.params(Map.of("data_version", "v7"));
            log.metrics(List.of(new Metric("auc", 0.75, 1, 1)));
            assertThat(log.registerModel("m", "model", Map.of("config_hash", "c0dd3de5dce1")))
                    .isEqualTo(1);
            assertThat(log.registerModel("m", "model", Map.of())).isEqualTo(2);
            log.promote("m", 1, "first");
            log.promote("m", 2, "all gates passed");
            ModelVersion version = server.registry.production("m").orElseThrow();
            assertThat(version.version()).isEqualTo(2);
            assertThat(version.aliases()).containsExactly("production");
            assertThat(version.tags()).isEqualTo(Map.of("promotion_reason", "all gates passed"));
            ModelVersion first = server.registry.version("m", 1);
            assertThat(first.stage()).isEqualTo(ModelStage.ARCHIVED);
            assertThat(first.configHash()).isEqualTo("c0dd3de5dce1");
            assertThat(first.dataVersion()).isEqualTo("v7");
            assertThat(first.metrics()).isEqualTo(Map.of("auc", 0.75));
            assertThat(first.artifactPath())
                    .isEqualTo(server.tracking.run(log.runId()).artifactUri() + "/model");
        }
    }

    @Test
    void aRunThatWasNotEndedHasFailed() {
        String id;
        try (RunLog log = start()) {
            id = log.runId();
        }
        assertThat(server.tracking.run(id).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void afterTheEndNothingIsWritten() {
        RunLog log = start();
        log.end(RunStatus.FINISHED);
        assertThatThrownBy(() -> log.params(Map.of("a", "b"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.end(RunStatus.FAILED)).isInstanceOf(IllegalStateException.class);
        log.close();
        log.close();
        assertThat(server.tracking.run(log.runId()).status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void whatTheServerRefusesIsSaidWithTheRequest() {
        try (RunLog log = start()) {
            log.params(Map.of("a", "1"));
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> log.params(Map.of("a", "2")))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .satisfies(e -> assertThat(e.errorCode()).contains("INVALID_PARAMETER_VALUE"))
                    .withMessageStartingWith("POST " + server.uri() + "/api/2.0/mlflow/runs/log-batch: 400"
                            + " INVALID_PARAMETER_VALUE: Changing param values is not allowed.");
        }
        assertThat(server.requests).filteredOn(r -> r.endsWith("/log-batch")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void aServerThatIsAwayForAMomentIsAskedAgain(int status) {
        try (RunLog log = start()) {
            server.failureStatus = status;
            server.failures.set(3);
            log.params(Map.of("a", "1"));
            assertThat(server.tracking.run(log.runId()).params()).isEqualTo(Map.of("a", "1"));
        }
    }

    @Test
    void aServerThatStaysAwayIsNamed() {
        try (RunLog log = start()) {
            server.failures.set(4);
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> log.params(Map.of("a", "1")))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
                    .withMessage("POST " + server.uri() + "/api/2.0/mlflow/runs/log-batch: 503");
        }
    }

    @Test
    void anAnswerThatWasLostDoesNotDoubleAnything() {
        try (RunLog log = start()) {
            server.lostAnswers.set(1);
            log.metrics(List.of(new Metric("m", 1, 1, 1)));
            assertThat(server.tracking.metricHistory(log.runId(), "m")).hasSize(1);
            server.lostAnswers.set(1);
            assertThat(log.registerModel("m", "model", Map.of())).isEqualTo(1);
        }
    }

    @Test
    void whatWouldMakeTwoIsNotSentAgain() {
        server.tracking.experimentNamed("a b & ü");
        server.lostAnswersOf = "/runs/create";
        server.lostAnswers.set(1);
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(this::start)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));
        assertThat(server.requests).filteredOn(r -> r.endsWith("/runs/create")).hasSize(1);
    }

    @Test
    void anAddressWhereNobodyListensIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free);
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() ->
                        RemoteRunLog.start(new MlflowServer(nobody, Duration.ofMillis(1)), CLOCK, "e", "", Map.of()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
                .withMessageStartingWith("GET " + nobody + "/api/2.0/mlflow/experiments/get-by-name?experiment_name=e:"
                        + " the server cannot be reached (4 attempts)");
    }

    @Test
    void anotherServersAddressIsNoticed() {
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> RemoteRunLog.start(URI.create(server.uri() + "/other/"), "e", "", Map.of()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .withMessageEndingWith("/other/api/2.0/mlflow/experiments/get-by-name?experiment_name=e: 404");
        assertThatThrownBy(() -> RemoteRunLog.start(URI.create("file:///tmp"), "e", "", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:///tmp");
    }
}
