package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.NewModelVersion;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepCommandsTest {
    @TempDir
    Path folder;

    private static Captured run(String... words) {
        return Captured.run(words);
    }

    private static Run deletedRun(Platform platform) {
        Run run = platform.tracking().createRun(new NewRun("0", "", "", 1, Map.of()));
        platform.artifacts().put(place(run) + "/model/MLmodel", new ByteArrayInputStream(new byte[] {1}));
        platform.tracking().deleteRun(run.id());
        return run;
    }

    private static String place(Run run) {
        return run.artifactUri().substring("mlflow-artifacts:/".length());
    }

    @Test
    void whatWasDeletedGoesWithItsFilesButNotTheModelsOfVersions() {
        Path data = folder.resolve("data");
        Run gone;
        Run registered;
        try (Platform platform = Platform.open(DataFolder.open(data))) {
            gone = deletedRun(platform);
            registered = deletedRun(platform);
            platform.registry().createModel("m", "", Map.of());
            platform.registry().createVersion(NewModelVersion.of("m", registered.artifactUri() + "/model"));
        }
        Captured young = run("gc", "--data", data.toString(), "--older-than", "1d");
        assertThat(young.out()).contains("removed 0 runs");
        Captured dry = run("gc", "--data", data.toString(), "--dry-run");
        assertThat(dry.out()).isEqualTo("would remove 2 runs, 0 experiments, 0 logged models\n");
        assertThat(data.resolve("artifacts").resolve(place(gone))).isDirectory();
        Captured all = run("gc", "--data", data.toString());
        assertThat(all.exit()).isZero();
        assertThat(all.out()).isEqualTo("removed 2 runs, 0 experiments, 0 logged models, and the files of 1 folders\n");
        assertThat(all.err()).contains("kept the files at " + registered.artifactUri());
        assertThat(data.resolve("artifacts").resolve(place(gone))).doesNotExist();
        assertThat(data.resolve("artifacts").resolve(place(registered))).isDirectory();
        assertThat(run("gc", "--data", data.toString(), "--older-than", "soon").exit())
                .isEqualTo(2);
    }

    @Test
    void aRunningServerDoesTheWork() throws IOException {
        Path data = folder.resolve("data");
        Path other = folder.resolve("copy");
        Path copy = other.resolve("steelyard.db");
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(data), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            Run gone = deletedRun(server.platform());
            Run kept = server.platform().tracking().createRun(new NewRun("0", "kept", "", 1, Map.of()));
            Captured cleaned = run("gc", "--data", data.toString(), "--json");
            assertThat(cleaned.out())
                    .isEqualTo(
                            "{\"experiments\":0,\"runs\":1,\"logged_models\":0,\"artifact_folders\":1,\"kept\":[]}\n");
            assertThatExceptionOfType(TrackingException.class)
                    .isThrownBy(() -> server.platform().tracking().run(gone.id()));
            assertThat(run("backup", copy.toString(), "--data", data.toString()).exit())
                    .isEqualTo(2);
            Files.createDirectories(other);
            Captured copied = run("backup", copy.toString(), "--data", data.toString());
            assertThat(copied.err()).isEmpty();
            assertThat(copied.exit()).isZero();
            try (Platform restored = Platform.open(DataFolder.open(other))) {
                assertThat(restored.tracking().run(kept.id()).name()).isEqualTo("kept");
            }
            assertThat(run("backup", copy.toString(), "--data", data.toString()).err())
                    .contains("exists already");
        }
        assertThat(Files.exists(data.resolve("server.json"))).isFalse();
        Path second = folder.resolve("second.db");
        assertThat(run("backup", second.toString(), "--data", data.toString()).exit())
                .isZero();
        assertThat(second).isNotEmptyFile();
    }

    @Test
    void aServerThatOthersReachSaysSoAndWrongPlacesAreNamed() {
        Captured elsewhere =
                run("server", "--data", folder.toString(), "--port", "0", "--artifacts-destination", "s3://bucket/x");
        assertThat(elsewhere.exit()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("s3://bucket/x").contains("a folder");
        Captured database =
                run("server", "--data", folder.toString(), "--host", "0.0.0.0", "--backend-store-uri", "mysql://x/y");
        assertThat(database.exit()).isEqualTo(2);
        assertThat(database.err())
                .contains("WARNING: 0.0.0.0 is reached from other machines")
                .contains("sqlite:///");
        assertThat(run("server", "--allowed-hosts", "*").err()).contains("--allowed-hosts");
    }
}
