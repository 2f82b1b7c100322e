package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path root;

    private Path path;

    @BeforeEach
    void choose() {
        path = root.resolve("made/here");
    }

    private static ServerRecord record(long pid) {
        return new ServerRecord(pid, "http://127.0.0.1:5000", "http://127.0.0.1:8080", "2026-01-02T03:04:05Z", "1.2");
    }

    /// Whether another process may lock the folder; its answer is its exit code.
    private static boolean lockedForOthers(DataFolder folder) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.path().toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return switch (other.exitValue()) {
            case OtherProcess.FREE -> false;
            case OtherProcess.HELD -> true;
            default -> throw new AssertionError("the other process failed: " + other.exitValue());
        };
    }

    /// Takes the folder and says whether it could.
    static final class OtherProcess {
        static final int FREE = 10;
        static final int HELD = 11;

        private OtherProcess() {}

        static void main(String[] args) {
            int answer = FREE;
            try {
                new DataFolder(Path.of(args[0])).claim().close();
            } catch (ServerException e) {
                answer = HELD;
            }
            Runtime.getRuntime().exit(answer);
        }
    }

    @Test
    void itsFoldersAreMade() {
        DataFolder folder = DataFolder.open(path);
        assertThat(folder.artifacts()).isDirectory();
        assertThat(folder.features()).isDirectory();
        assertThat(folder.predictions()).isDirectory();
        assertThat(path).isDirectoryNotContaining(file -> file.toString().endsWith(".check"));
    }

    @Test
    void aFileIsNoDataFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessage("the data folder " + file + " is a file: choose a folder with --data");
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("below")))
                .withMessageStartingWith("cannot write in the data folder " + file.resolve("below"))
                .withMessageEndingWith("choose another one with --data");
    }

    @Test
    void aClaimKeepsOthersOutUntilItIsClosed() throws Exception {
        DataFolder folder = DataFolder.open(path);
        try (FolderClaim claim = folder.claim()) {
            assertThat(folder.liveServer()).isEmpty();
            claim.publish(record(42));
            assertThat(folder.liveServer()).contains(record(42));
            DataFolder again = new DataFolder(root.resolve("made/../made/here"));
            assertThat(again.liveServer()).contains(record(42));
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(again::claim)
                    .withMessage("a server already runs on the data folder " + again.path()
                            + " (process 42, http://127.0.0.1:5000): stop it, or choose another folder with --data");
            assertThat(lockedForOthers(folder)).as("after the refused claim").isTrue();
            assertThat(Files.readString(path.resolve("server.json")))
                    .isEqualTo("{\"pid\":42,\"url\":\"http://127.0.0.1:5000\",\"inference_url\":"
                            + "\"http://127.0.0.1:8080\",\"started_at\":\"2026-01-02T03:04:05Z\",\"version\":\"1.2\"}");
        }
        assertThat(path.resolve("server.json")).doesNotExist();
        assertThat(lockedForOthers(folder)).isFalse();
        folder.claim().close();
    }

    @Test
    void theRecordOfADeadServerCountsForNothing() {
        DataFolder folder = DataFolder.open(path);
        record(43).write(folder.record());
        assertThat(folder.liveServer()).isEmpty();
        try (FolderClaim claim = folder.claim()) {
            assertThat(folder.record()).doesNotExist();
            claim.publish(record(44));
            assertThat(folder.liveServer()).contains(record(44));
        }
    }

    @Test
    void aFolderThatIsNotThereHasNoServer() {
        assertThat(new DataFolder(path).liveServer()).isEmpty();
    }
}
