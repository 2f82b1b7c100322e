package io.steelyard.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalArtifactStoreTest extends ArtifactStoreContract {
    @TempDir
    Path folder;

    private Path root;
    private ArtifactStore store;

    @BeforeEach
    void open() {
        root = folder.resolve("made/here");
        store = ArtifactStore.local(root);
    }

    @Override
    ArtifactStore store() {
        return store;
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(root.resolve("way"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        for (String path : new String[] {"way/secret", "file"}) {
            assertThatExceptionOfType(ArtifactException.class)
                    .isThrownBy(() -> store.open(path))
                    .withMessageContaining("a link leads out");
        }
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store.put("way/new", bytes("x")));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store.delete("way/secret"));
        assertThatExceptionOfType(ArtifactException.class).isThrownBy(() -> store.list("way"));
        assertThat(store.list("")).isEmpty();
        assertThat(outside.resolve("secret")).hasContent("x");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void aRootThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatExceptionOfType(ArtifactException.class)
                .isThrownBy(() -> ArtifactStore.local(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void whatAnEndedProcessLeftIsSweptAwayAfterADay() throws IOException {
        Path incoming = Files.createDirectories(root.resolve(".incoming"));
        Path old = Files.writeString(incoming.resolve("put-old"), "x");
        Path upload = Files.createDirectories(incoming.resolve("0123456789abcdef0123456789abcdef"));
        Files.writeString(upload.resolve("path"), "a");
        Path young = Files.writeString(incoming.resolve("put-young"), "x");
        FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(old, twoDaysAgo);
        Files.setLastModifiedTime(upload, twoDaysAgo);
        ArtifactStore.local(root);
        assertThat(incoming).isDirectoryNotContaining(p -> !p.equals(young)).isNotEmptyDirectory();
    }
}
