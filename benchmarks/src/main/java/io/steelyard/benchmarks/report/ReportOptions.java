package io.steelyard.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a benchmark's files lie, and where its figures go.
public final class ReportOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures into a file, as one JSON object.")
    private @Nullable Path json;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where files lie meanwhile (default: target in the repository).")
    private @Nullable Path work;

    /// For picocli.
    public ReportOptions() {}

    /// Measures something.
    @FunctionalInterface
    public interface Measuring {
        /// Measures.
        ///
        /// @param folder where files may lie meanwhile
        /// @return the figures
        /// @throws IOException where a side fails
        /// @throws InterruptedException where it is interrupted
        Report measure(Path folder) throws IOException, InterruptedException;
    }

    /// Where the repository is.
    ///
    /// @return its folder
    public static Path home() {
        return Path.of(System.getProperty("steelyard.home", ".")).toAbsolutePath();
    }

    /// Measures in a folder that is deleted afterwards, and reports.
    ///
    /// @param measuring what to measure
    /// @return the exit code
    /// @throws IOException where a side fails, or a file cannot be written
    /// @throws InterruptedException where it is interrupted
    public int write(Measuring measuring) throws IOException, InterruptedException {
        Path parent = Files.createDirectories(work == null ? home().resolve("target") : work);
        Path folder = Files.createTempDirectory(parent, "bench");
        try {
            Report report = measuring.measure(folder);
            System.out.print(report.text());
            if (json != null) {
                Files.writeString(json, report.json());
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
