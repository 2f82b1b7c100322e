package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final ServerRecord RECORD =
            new ServerRecord(4711, "http://127.0.0.1:5000", "http://127.0.0.1:8080", "2026-11-24T09:30:00Z", "0.1.0");

    @TempDir
    Path temporary;

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("cannot write in the data folder " + file.resolve("data"))
                .hasMessageEndingWith("choose another one with --data");
    }

    @Test
    void oneServerHasAFolderAtATime() {
        DataFolder folder = DataFolder.open(temporary);
        assertThat(folder.liveServer()).isEmpty();
        try (FolderClaim claim = folder.claim()) {
            assertThat(folder.liveServer()).isEmpty();
            claim.publish(RECORD);
            assertThat(folder.liveServer()).contains(RECORD);
            assertThatThrownBy(folder::claim)
                    .isInstanceOf(ServerException.class)
                    .hasMessage("a server already runs on the data folder " + temporary
                            + " (process 4711, http://127.0.0.1:5000): stop it, or choose another folder with --data");
        }
        assertThat(folder.liveServer()).isEmpty();
        folder.claim().close();
    }

    @Test
    void anotherProcessSeesTheClaimEvenAfterThisOneLooked() throws Exception {
        DataFolder folder = DataFolder.open(temporary);
        assertThat(elsewhere()).isEqualTo("free");
        try (FolderClaim claim = folder.claim()) {
            claim.publish(RECORD);
            assertThat(folder.liveServer()).isPresent();
            assertThatThrownBy(folder::claim).isInstanceOf(ServerException.class);
            assertThat(elsewhere()).isEqualTo("http://127.0.0.1:5000");
        }
        assertThat(elsewhere()).isEqualTo("free");
    }

    @Test
    void whatAKilledServerLeftIsPassedOver() throws IOException {
        DataFolder folder = DataFolder.open(temporary);
        RECORD.write(folder.record());
        Files.createFile(folder.lock());
        assertThat(folder.liveServer()).isEmpty();
        try (FolderClaim claim = folder.claim()) {
            assertThat(claim).isNotNull();
            assertThat(folder.record()).doesNotExist();
        }
    }

    private String elsewhere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Looker.class.getName(),
                        temporary.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    /// The other process: says who has the folder.
    static final class Looker {
        private Looker() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            System.out.println(new DataFolder(Path.of(Objects.requireNonNull(arguments[0])))
                    .liveServer()
                    .map(ServerRecord::url)
                    .orElse("free"));
        }
    }
}
