package io.steelyard.learner.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// LightGBM's native library, loaded once in a process, from a folder of its own. LightGBM4j itself unpacks it under one name
/// in the folder of temporary files, over the one that another process may be running on, which then ends with SIGBUS.
final class NativeLibrary {
    private static final String TEMPORARY = "java.io.tmpdir";

    private static boolean loaded;

    private NativeLibrary() {}

    /// @throws LinkageError where it cannot be loaded
    /// @throws UncheckedIOException where it cannot be unpacked
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String usual = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("steelyard-lightgbm");
            System.setProperty(TEMPORARY, own.toString());
            try {
                LGBMBooster.loadNative();
                loaded = true;
            } finally {
                System.setProperty(TEMPORARY, usual);
                forget(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("LightGBM's native library cannot be unpacked into " + usual, e);
        }
    }

    /// What is loaded stays so where a file in use may be deleted; elsewhere it goes when the process ends.
    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
    }
}
