package io.steelyard.pipeline.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {
    @TempDir
    private Path folder;

    private Path patch;
    private Path repository;

    @BeforeEach
    void make() throws Exception {
        patch = folder.resolve("changes.patch");
        repository = folder.resolve("r");
        Files.createDirectories(repository.resolve("pipelines"));
        Files.writeString(repository.resolve("code.txt"), "one\n");
        Files.write(repository.resolve("picture.bin"), new byte[] {0, 1, 2});
        Files.writeString(repository.resolve("pipelines/p.yaml"), "name: p\n");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", "first");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private GitState state() {
        return GitState.of(repository.resolve("pipelines"), patch);
    }

    @Test
    void aCleanRepositoryHasACommitAndNoPatch() {
        GitState state = state();
        assertThat(state.commit()).matches("[0-9a-f]{40}");
        assertThat(state.clean()).isTrue();
        assertThat(state.patch()).isEqualTo(GitState.Patch.NONE);
        assertThat(state.note()).isEmpty();
        assertThat(patch).doesNotExist();
    }

    @Test
    void uncommittedTextIsKeptAndTheRestIsNamed() throws IOException {
        Files.writeString(repository.resolve("code.txt"), "two\n");
        Files.write(repository.resolve("picture.bin"), new byte[] {0, 1, 3});
        Files.writeString(repository.resolve("new file.txt"), "new\n");
        GitState state = state();
        assertThat(state.clean()).as("the pipeline's own folder").isTrue();
        assertThat(state.changed()).containsExactly("code.txt", "picture.bin");
        assertThat(state.binary()).containsExactly("picture.bin");
        assertThat(state.untracked()).containsExactly("new file.txt");
        assertThat(state.patch()).isEqualTo(GitState.Patch.WHOLE);
        assertThat(patch).content().contains("-one\n+two\n", "Binary files").doesNotContain("new\n");
    }

    @Test
    void aLongPatchIsCut() throws IOException {
        Files.writeString(repository.resolve("code.txt"), "long line\n".repeat(200_000));
        assertThat(state().patch()).isEqualTo(GitState.Patch.CUT);
        assertThat(patch).hasSize(1 << 20);
    }

    @Test
    void outsideOfARepositoryItIsSaid() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        GitState state = GitState.of(outside, patch);
        assertThat(state.commit()).isNull();
        assertThat(state.note()).contains("there is no git commit around " + outside);
    }
}
