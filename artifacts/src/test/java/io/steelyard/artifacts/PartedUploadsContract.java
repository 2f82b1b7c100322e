package io.steelyard.artifacts;

import static io.steelyard.artifacts.ArtifactStoreContract.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.artifacts.ArtifactException.Kind;
import io.steelyard.artifacts.PartedUploads.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store does with files that arrive in parts.
abstract class PartedUploadsContract {
    abstract ArtifactStore store();

    private PartedUploads uploads() {
        return store().uploads();
    }

    private String read(String path) throws IOException {
        try (InputStream content = store().open(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private void refused(Kind kind, Runnable call) {
        assertThatExceptionOfType(ArtifactException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void partsBecomeAFileInTheOrderOfTheirNumbers() throws IOException {
        String id = uploads().start("a/b");
        assertThat(id).matches("[0-9a-f]{32}");
        Part tenth = uploads().put(id, 10, bytes("three"));
        Part second = uploads().put(id, 2, bytes("two-"));
        uploads().put(id, 1, bytes("wrong"));
        Part first = uploads().put(id, 1, bytes("one-"));
        assertThat(store().list("a")).isEmpty();
        uploads().complete("a/b", id, List.of(tenth, first, second));
        assertThat(read("a/b")).isEqualTo("one-two-three");
        uploads().complete("a/b", id, List.of(tenth, first, second));
        refused(Kind.INVALID, () -> uploads().complete("a/c", id, List.of(first)));
        refused(Kind.NOT_FOUND, () -> uploads().put(id, 1, bytes("x")));
        assertThat(store().list("")).extracting(ArtifactInfo::path).containsExactly("a");
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheUploadGoesOn() throws IOException {
        String id = uploads().start("a");
        Part part = uploads().put(id, 1, bytes("x"));
        refused(Kind.INVALID, () -> uploads().put(id, 0, bytes("x")));
        refused(Kind.INVALID, () -> uploads().put(id, 10_001, bytes("x")));
        refused(Kind.INVALID, () -> uploads().complete("b", id, List.of(part)));
        refused(Kind.INVALID, () -> uploads().complete("a", id, List.of()));
        refused(Kind.INVALID, () -> uploads().complete("a", id, List.of(part, part)));
        refused(Kind.INVALID, () -> uploads().complete("a", id, List.of(part, new Part(2, part.tag()))));
        refused(Kind.INVALID, () -> uploads().complete("a", id, List.of(new Part(1, "../../x"))));
        uploads().complete("a", id, List.of(part));
        assertThat(read("a")).isEqualTo("x");
    }

    @Test
    void anAbortedUploadIsGone() {
        String id = uploads().start("a");
        Part part = uploads().put(id, 1, bytes("x"));
        uploads().abort(id);
        uploads().abort(id);
        refused(Kind.NOT_FOUND, () -> uploads().complete("a", id, List.of(part)));
        refused(Kind.NOT_FOUND, () -> uploads().put("../../etc", 1, bytes("x")));
        assertThat(store().list("")).isEmpty();
    }

    @Test
    void badPathsAreRefusedAtTheStart() {
        store().put("file", bytes("x"));
        for (String path : List.of("../a", "", "file/below", ".incoming/x", "%2e%2e/a")) {
            refused(Kind.INVALID, () -> uploads().start(path));
        }
    }
}
