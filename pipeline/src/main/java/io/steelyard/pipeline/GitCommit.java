package io.steelyard.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The commit that a pipeline's files were at.
///
/// @param hash the commit's hash, 40 hexadecimal digits
/// @param clean whether the folder held nothing that was not committed
record GitCommit(String hash, boolean clean) {
    private static final long TIMEOUT_SECONDS = 10;

    /// The commit of a folder.
    ///
    /// @param folder a folder
    /// @return its commit; empty where it is in no git repository, or there is no git
    static Optional<GitCommit> of(Path folder) {
        return git(folder, "rev-parse", "HEAD")
                .map(hash -> new GitCommit(
                        hash,
                        git(folder, "status", "--porcelain", "--", ".")
                                .orElse("?")
                                .isEmpty()));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean done = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return done && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
