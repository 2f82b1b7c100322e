package io.steelyard.benchmarks.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Some figures of a benchmark.
public interface Part {
    /// What is measured.
    ///
    /// @return a word that the option `--only` knows it by
    String name();

    /// Measures.
    ///
    /// @param setting where and how much
    /// @param versions what was compared goes in here, by name
    /// @return the figures
    /// @throws IOException where a side fails, or the results differ
    /// @throws InterruptedException where it is interrupted
    List<Line> run(Setting setting, Map<String, String> versions) throws IOException, InterruptedException;
}
