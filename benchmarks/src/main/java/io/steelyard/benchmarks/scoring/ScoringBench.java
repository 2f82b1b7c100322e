package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.report.Line;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Some figures of scoring.
interface ScoringBench {
    /// What is measured, in a word that the option `--only` knows it by.
    String name();

    /// Measures.
    ///
    /// @param setting where and how much
    /// @param versions what was compared goes in here, by name
    /// @return the figures
    List<Line> run(ScoringSetting setting, Map<String, String> versions) throws IOException, InterruptedException;
}
