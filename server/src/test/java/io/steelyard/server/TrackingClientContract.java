package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.client.RegisteredVersion;
import io.steelyard.client.RemoteException;
import io.steelyard.client.RemoteRunArchive;
import io.steelyard.client.TrackedRun;
import io.steelyard.client.TrackingClient;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Java client does with a server, whoever made it.
abstract class TrackingClientContract {
    private static final ExperimentConfig CONFIG =
            ExperimentConfig.of("xgboost", 0.1, 32, 10, 42, "v1", List.of("a", "b", "c"));

    @TempDir
    Path local;

    private final String name = "e" + UUID.randomUUID();
    private TrackingClient client;

    abstract URI server();

    @BeforeEach
    void connect() {
        client = TrackingClient.connect(server());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aTrackedExperimentLogsItsConfigurationAndWhatIsMeasured() {
        String id = client.trackedExperiment(name, CONFIG, Map.of("team", "risk"), run -> {
            for (int step = 0; step < 2500; step++) {
                run.metrics(Map.of("loss", 1.0 / (step + 1), "auc", Double.NaN), step);
            }
            return run.id();
        });
        Run run = client.run(id);
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        // The parameters and the tag of the seed's tracked_experiment.
        assertThat(run.params())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "model_type", "xgboost",
                        "learning_rate", "0.1",
                        "batch_size", "32",
                        "epochs", "10",
                        "random_seed", "42",
                        "data_version", "v1",
                        "config_hash", CONFIG.configHash()));
        assertThat(run.tags()).containsEntry("feature_count", "3").containsEntry("team", "risk");
        assertThat(run.metrics())
                .hasEntrySatisfying("loss", loss -> assertThat(loss.value()).isEqualTo(1.0 / 2500))
                .hasEntrySatisfying("loss", loss -> assertThat(loss.step()).isEqualTo(2499))
                .hasEntrySatisfying("auc", auc -> assertThat(auc.value()).isNaN());
    }

    @Test
    void anExceptionMarksTheRunAsFailedAndGoesOn() {
        String[] id = new String[1];
        assertThatThrownBy(() -> client.trackedExperiment(name, CONFIG, Map.of(), run -> {
                    id[0] = run.id();
                    throw new IllegalStateException("the data ran out");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the data ran out");
        Run run = client.run(id[0]);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.tags()).containsEntry("status", "failed").containsEntry("error", "the data ran out");
    }

    @Test
    void aRunThatIsClosedUnfinishedHasFailed() {
        String id;
        try (TrackedRun run = client.start(name, "by hand", Map.of())) {
            id = run.id();
            run.param("a", "1");
        }
        Run run = client.run(id);
        assertThat(run.name()).isEqualTo("by hand");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.params()).containsEntry("a", "1");
        assertThat(run.tags()).containsEntry("status", "failed").containsKey("error");
    }

    @Test
    void whatIsFlushedCanBeReadAndARefusalIsTold() {
        try (TrackedRun run = client.start(name, "", Map.of())) {
            run.param("a", "1");
            run.tag("t", "x");
            run.flush();
            assertThat(client.run(run.id()).params()).containsEntry("a", "1");
            run.param("a", "2");
            assertThatThrownBy(run::flush)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Changing param values is not allowed");
            assertThatThrownBy(() -> run.metric("m", 1, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(run::finish).isInstanceOf(IllegalStateException.class);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("not all that was logged");
        }
    }

    @Test
    void runsAreSearched() {
        for (int i = 0; i < 5; i++) {
            try (TrackedRun run = client.start(name, "r" + i, Map.of())) {
                run.metric("auc", i / 10.0, 0);
                run.finish();
            }
        }
        assertThat(client.searchRuns(List.of(name, "not there"), "metrics.auc > 0.1", List.of("metrics.auc DESC")))
                .extracting(Run::name)
                .containsExactly("r4", "r3", "r2");
        assertThat(client.searchRuns(List.of("not there"), "", List.of())).isEmpty();
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> client.searchRuns(List.of(name), "nonsense ~ 1", List.of()));
    }

    @Test
    void aModelComesBack() throws IOException {
        Path model = local.resolve("model");
        Path below = Files.createDirectories(model.resolve("sub dir"));
        Files.writeString(model.resolve("MLmodel"), "flavors: {}");
        Files.writeString(below.resolve("weights ü.bin"), "w");
        String registered = "m" + UUID.randomUUID();
        int version;
        String id;
        try (TrackedRun run = client.start(name, "", Map.of())) {
            id = run.id();
            version = run.model(model, "model", registered);
            run.artifact(model.resolve("MLmodel"), "one/file.txt");
            run.finish();
        }
        assertThat(version).isEqualTo(1);
        client.promote(registered, version, "all gates passed");
        RegisteredVersion found = client.versionByAlias(registered, "production");
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.runId()).isEqualTo(id);
        assertThat(client.version(registered, 1)).isEqualTo(found);
        assertThat(client.newestVersion(registered, List.of("Production"))).hasValue(found);
        assertThat(client.newestVersion(registered, List.of())).hasValue(found);
        assertThat(client.newestVersion(registered, List.of("Staging"))).isEmpty();
        Path fetched = client.download(found, local.resolve("fetched"));
        assertThat(fetched.resolve("MLmodel")).hasContent("flavors: {}");
        assertThat(fetched.resolve("sub dir/weights ü.bin")).hasContent("w");
        assertThat(client.download(id, "one/file.txt", local.resolve("one"))).hasContent("flavors: {}");
        assertThat(client.download(id, "", local.resolve("all")).resolve("one/file.txt"))
                .exists();
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> client.download(id, "none.txt", local.resolve("none")));
        assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> client.versionByAlias(registered, "none"));
    }

    @Test
    void anArchiveReadsRunsAndAddsToThem() throws IOException {
        Path file = Files.writeString(local.resolve("a.txt"), "one");
        try (RunArchive archive = RemoteRunArchive.connect(server())) {
            assertThat(archive.runs(name, "", 10)).isEmpty();
            String first;
            try (RunLog log = archive.start(name, "first", Map.of("team", "risk"))) {
                first = log.runId();
                log.params(Map.of("depth", "3"));
                log.artifact(file, "record/a.txt");
                log.end(RunStatus.FINISHED);
            }
            try (RunLog log = archive.start(name, "", Map.of())) {
                log.end(RunStatus.FINISHED);
            }
            assertThat(archive.runs(name, "", 10)).hasSize(2);
            assertThat(archive.runs(name, "", 1)).hasSize(1);
            assertThat(archive.runs(name, "params.depth = '3'", 10))
                    .extracting(Run::id)
                    .containsExactly(first);
            assertThat(archive.run(first).name()).isEqualTo("first");
            Path target = local.resolve("b.txt");
            assertThat(archive.fetch(first, "record/no.txt", target)).isFalse();
            assertThat(archive.fetch(first, "none/a.txt", target)).isFalse();
            assertThat(target).doesNotExist();
            assertThat(archive.fetch(first, "record/a.txt", target)).isTrue();
            assertThat(target).hasContent("one");
            // the run has ended
            archive.artifact(first, file, "verdicts/a.json");
            archive.tags(first, Map.of("steelyard.reproduced", "inputs"));
            assertThat(archive.run(first).tags())
                    .containsEntry("steelyard.reproduced", "inputs")
                    .containsEntry("team", "risk");
            assertThat(archive.fetch(first, "verdicts/a.json", target)).isTrue();
            assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> archive.run("0f"));
        }
    }
}
