package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    // printf 'abc' | sha256sum, and the same of an empty file
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/abc"), "abc");
        Files.writeString(folder.resolve("nothing"), "");
        file = folder.resolve("MANIFEST.sha256");
    }

    @Test
    void readsWhatSha256sumWrites() throws IOException {
        Files.writeString(file, ABC + "  sub/abc\n" + NOTHING + " *nothing\n");
        Manifest manifest = Manifest.read(file);
        assertThat(manifest.files()).containsExactly(Map.entry("nothing", NOTHING), Map.entry("sub/abc", ABC));
        manifest.verify(folder);
        assertThat(manifest).isEqualTo(Manifest.of(folder, List.of("nothing", "sub/abc")));
    }

    @Test
    void theVersionDoesNotDependOnTheOrder() throws IOException {
        Files.writeString(file, ABC + "  sub/abc\n" + NOTHING + "  nothing\n");
        Manifest one = Manifest.read(file);
        Files.writeString(file, NOTHING + "  nothing\n\n" + ABC + "  sub/abc");
        Manifest other = Manifest.read(file);
        assertThat(other.digest()).isEqualTo(one.digest());
        // sha256sum of the two lines, sorted by name
        assertThat(one.digest()).isEqualTo(ContentDigest.ofText(NOTHING + "  nothing\n" + ABC + "  sub/abc\n"));
        assertThat(one.digest()).hasSize(64);
    }

    @Test
    void aChangedFileIsNamedWithBothDigests() throws IOException {
        Manifest manifest = Manifest.of(folder, List.of("sub/abc"));
        Files.writeString(folder.resolve("sub/abc"), "");
        assertThatThrownBy(() -> manifest.verify(folder))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DAMAGED))
                .hasMessageContainingAll("sub/abc", ABC, NOTHING);
        Files.delete(folder.resolve("sub/abc"));
        assertThatThrownBy(() -> manifest.verify(folder)).hasMessageContaining("there is no file");
    }

    @Test
    void whatIsNoManifestIsToldWithItsLine() throws IOException {
        Files.writeString(file, ABC + "  sub/abc\nhello\n");
        assertThatThrownBy(() -> Manifest.read(file)).hasMessageContaining("MANIFEST.sha256, line 2: 'hello' is not");
        Files.writeString(file, ABC + "  ../abc\n");
        assertThatThrownBy(() -> Manifest.read(file)).hasMessageContaining("'../abc' is not a path below");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.EMPTY));
        assertThatThrownBy(() -> Manifest.read(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.NOT_FOUND));
    }

    @Test
    void aChangedByteAnywhereChangesTheVersion() throws IOException {
        Path big = folder.resolve("big");
        byte[] bytes = new byte[1_000_000];
        Files.write(big, bytes);
        String before = Manifest.of(folder, List.of("big", "nothing")).digest();
        assertThat(Manifest.of(folder, List.of("nothing", "big")).digest()).isEqualTo(before);
        for (int at : new int[] {0, 500_000, 999_999}) {
            bytes[at] = 1;
            Files.write(big, bytes);
            assertThat(Manifest.of(folder, List.of("big", "nothing")).digest()).isNotEqualTo(before);
            bytes[at] = 0;
        }
    }

    @Test
    void aFoldersManifestNamesEveryFile() throws IOException {
        Files.writeString(folder.resolve("sub/.hidden"), "abc");
        Manifest manifest = Manifest.of(folder, Manifest.namesIn(folder));
        assertThat(manifest.files().keySet()).containsExactly("nothing", "sub/.hidden", "sub/abc");
        manifest.write(file);
        assertThat(Manifest.read(file)).isEqualTo(manifest);
    }

    @Test
    void allThatDiffersIsTold() throws IOException {
        Manifest manifest = Manifest.of(folder, List.of("nothing", "sub/abc"));
        assertThat(manifest.differences(folder)).isEmpty();
        Files.delete(folder.resolve("nothing"));
        Files.writeString(folder.resolve("sub/abc"), "");
        assertThat(manifest.differences(folder))
                .containsExactly(
                        new FileDifference("nothing", FileDifference.Kind.MISSING, NOTHING, null),
                        new FileDifference("sub/abc", FileDifference.Kind.CHANGED, ABC, NOTHING));
        assertThatThrownBy(() -> manifest.verify(folder)).hasMessageContaining("and 1 more");
        Manifest later = new Manifest(Map.of("nothing", NOTHING, "new", ABC));
        assertThat(manifest.differences(later))
                .containsExactly(
                        new FileDifference("new", FileDifference.Kind.ADDED, null, ABC),
                        new FileDifference("sub/abc", FileDifference.Kind.MISSING, ABC, null));
    }

    @Test
    void aFileOutsideHasNoName() {
        assertThatThrownBy(() -> Manifest.name(folder.resolve("sub"), folder.resolve("nothing")))
                .hasMessageContaining("does not lie in the folder");
    }
}
