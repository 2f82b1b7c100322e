package io.steelyard.benchmarks.scoring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where and how much is measured.
///
/// @param folder where files may lie meanwhile; it is deleted afterwards
/// @param python the Python with the libraries to compare with; null where only what runs in Java is measured
/// @param pace short turns on a few rows, or the real ones
record ScoringSetting(Path folder, @Nullable Path python, Pace pace) {
    /// How much.
    enum Pace {
        /// Does it work: the figures are worth little.
        QUICK(4096, 3),
        /// The real figures.
        FULL(32_768, 9);

        private final int rows;
        private final int rounds;

        Pace(int rows, int rounds) {
            this.rows = rows;
            this.rounds = rounds;
        }

        /// How many distinct rows are scored in a turn.
        int rows() {
            return rows;
        }

        /// How often the sides take turns.
        int rounds() {
            return rounds;
        }
    }
}
