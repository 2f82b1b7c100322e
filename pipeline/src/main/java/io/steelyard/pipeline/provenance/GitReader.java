package io.steelyard.pipeline.provenance;

import io.steelyard.data.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Asks git about a folder. Nothing in the repository is changed.
///
/// @param folder the folder
record GitReader(Path folder) {
    private static final int PATCH_BYTES = 1 << 20;
    private static final int NAMES_BYTES = 1 << 22;
    private static final int MOST_NAMES = 1000;
    private static final long TIMEOUT_SECONDS = 20;

    GitState read(Path patch) {
        Optional<String> commit = text("rev-parse", "HEAD");
        if (commit.isEmpty()) {
            String note = "there is no git commit around " + folder + ", or no git on this machine";
            return new GitState(null, false, List.of(), List.of(), List.of(), GitState.Patch.NONE, null, note);
        }
        boolean clean = text("status", "--porcelain", "--", ".").orElse("?").isEmpty();
        List<String> changed = names("diff", "HEAD", "--name-only", "-z");
        // numstat writes "-<tab>-<tab>name" for what is no text
        List<String> binary = names("diff", "HEAD", "--numstat", "--no-renames", "-z").stream()
                .filter(line -> line.startsWith("-\t-\t"))
                .map(line -> line.substring(4))
                .toList();
        List<String> untracked = names("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/");
        GitState.Patch kept = keep(patch);
        String digest = kept == GitState.Patch.NONE ? null : ContentDigest.of(patch);
        return new GitState(commit.get(), clean, changed, binary, untracked, kept, digest, "");
    }

    private GitState.Patch keep(Path patch) {
        byte[] bytes = git(PATCH_BYTES + 1, "diff", "HEAD", "--no-color", "--no-ext-diff", "--no-textconv")
                .orElse(new byte[0]);
        if (bytes.length == 0) {
            return GitState.Patch.NONE;
        }
        boolean cut = bytes.length > PATCH_BYTES;
        try {
            Files.write(patch, cut ? Arrays.copyOf(bytes, PATCH_BYTES) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + patch, e);
        }
        return cut ? GitState.Patch.CUT : GitState.Patch.WHOLE;
    }

    private List<String> names(String... arguments) {
        String text = git(NAMES_BYTES, arguments)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return Arrays.stream(text.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .toList();
    }

    private Optional<String> text(String... arguments) {
        return git(NAMES_BYTES, arguments).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
    }

    /// What git prints, up to a number of bytes; empty where it fails or takes too long.
    private Optional<byte[]> git(int most, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = process.getInputStream()) {
                byte[] bytes = output.readNBytes(most);
                if (bytes.length == most) {
                    process.destroy();
                    return Optional.of(bytes);
                }
                boolean done = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return done && process.exitValue() == 0 ? Optional.of(bytes) : Optional.empty();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
