package io.steelyard.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every artifact store does.
abstract class ArtifactStoreContract {
    @TempDir
    Path local;

    abstract ArtifactStore store();

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    String read(String path) throws IOException {
        try (InputStream content = store().open(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    @Test
    void whatIsPutIsReadAndReplaced() throws IOException {
        store().put("1/run/artifacts/a.txt", bytes("first"));
        store().put("1/run/artifacts/a.txt", bytes("second, longer"));
        assertThat(read("1/run/artifacts/a.txt")).isEqualTo("second, longer");
        assertThat(store().sizeBytes("1/run/artifacts/a.txt")).isEqualTo(14);
    }

    @Test
    void partsOfAFileAreRead() throws IOException {
        store().put("a", bytes("0123456789"));
        try (ArtifactFile file = store().file("a")) {
            String version = file.version();
            store().put("a", bytes("another content"));
            assertThat(file.sizeBytes()).isEqualTo(10);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.copy(7, 3, out);
            file.copy(0, 2, out);
            file.copy(10, 0, out);
            assertThat(out).hasToString("78901");
            try (ArtifactFile newer = store().file("a")) {
                assertThat(newer.version()).isNotEqualTo(version).matches("[\\w-]+");
            }
        }
    }

    @Test
    void aFolderIsPutWithAllThatIsInIt() throws IOException {
        Files.createDirectories(local.resolve("sub/deep"));
        Files.writeString(local.resolve("MLmodel"), "x");
        Files.writeString(local.resolve("sub/deep/ä %20.bin"), "yy");
        store().putAll("run/model", local);
        assertThat(read("run/model/sub/deep/ä %20.bin")).isEqualTo("yy");
        assertThat(store().list("run/model"))
                .containsExactly(
                        new ArtifactInfo("run/model/MLmodel", ArtifactInfo.Kind.FILE, 1),
                        new ArtifactInfo("run/model/sub", ArtifactInfo.Kind.FOLDER, 0));
        store().putAll("one.txt", local.resolve("MLmodel"));
        assertThat(read("one.txt")).isEqualTo("x");
    }

    @Test
    void listsAreEmptyWhereNothingIs() {
        assertThat(store().list("")).isEmpty();
        assertThat(store().list("not/there")).isEmpty();
        store().put("a", bytes("x"));
        assertThat(store().list("a")).isEmpty();
        assertThat(store().list("")).extracting(ArtifactInfo::name).containsExactly("a");
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        store().put("folder/a", bytes("x"));
        for (String path : new String[] {"b", "folder", "folder/a/b"}) {
            assertThatExceptionOfType(ArtifactException.class)
                    .isThrownBy(() -> store().open(path))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ArtifactException.Kind.NOT_FOUND))
                    .withMessageContaining(path);
        }
    }

    @Test
    void aFileAndAFolderCannotShareAName() {
        store().put("folder/a", bytes("x"));
        for (String path : new String[] {"folder", "folder/a/b"}) {
            assertThatExceptionOfType(ArtifactException.class)
                    .isThrownBy(() -> store().put(path, bytes("y")))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ArtifactException.Kind.INVALID));
        }
    }

    @Test
    void deletingTakesAllBelowAndIsNoErrorWhereNothingIs() {
        store().put("folder/a/b", bytes("x"));
        store().put("folder/c", bytes("x"));
        store().delete("folder/a");
        store().delete("folder/a");
        assertThat(store().list("folder")).extracting(ArtifactInfo::path).containsExactly("folder/c");
    }

    @Test
    void aStreamThatBreaksLeavesTheOldContent() throws IOException {
        store().put("a", bytes("old"));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatExceptionOfType(ArtifactException.class)
                .isThrownBy(() -> store().put("a", broken))
                .withMessageContaining("broken");
        assertThat(read("a")).isEqualTo("old");
        assertThat(store().list("")).hasSize(1);
    }

    @Test
    void badPathsAreRefusedByEveryMethod() {
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().put("../a", bytes("x")));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().open("../a"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().sizeBytes("../a"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().file("../a"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().list("../a"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().delete("../a"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store().delete(""));
    }
}
