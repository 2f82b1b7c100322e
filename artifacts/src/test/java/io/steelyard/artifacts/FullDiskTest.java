package io.steelyard.artifacts;

import static io.steelyard.artifacts.ArtifactStoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a disk of one megabyte, which only the superuser can make: skipped elsewhere.
class FullDiskTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path disk;

    private boolean mounted;

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @BeforeEach
    void mount() throws Exception {
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0;
        assumeThat(mounted).as("a small disk can be mounted").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("/bin/umount", disk.toString());
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() {
        ArtifactStore store = ArtifactStore.local(disk);
        store.put("old", bytes("old"));
        for (String path : new String[] {"new", "old"}) {
            assertThatExceptionOfType(ArtifactException.class)
                    .isThrownBy(() -> store.put(path, new ByteArrayInputStream(new byte[2 * MEGABYTE])))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ArtifactException.Kind.FULL))
                    .withMessageContaining(path)
                    .withMessageContaining("the disk is full");
        }
        assertThat(store.list("")).extracting(ArtifactInfo::path).containsExactly("old");
        assertThat(store.sizeBytes("old")).isEqualTo(3);
        store.put("new", new ByteArrayInputStream(new byte[MEGABYTE / 2]));
        assertThat(store.sizeBytes("new")).isEqualTo(MEGABYTE / 2);
    }
}
