package io.steelyard.benchmarks.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where and how much is measured.
///
/// @param folder where files may lie meanwhile; it is deleted afterwards
/// @param python the Python with the libraries to compare with; null where only what runs in Java is measured
/// @param pace short turns on a few rows, or the real ones
/// @param rows how many rows there are, where a part does not say it itself
public record Setting(Path folder, @Nullable Path python, Pace pace, int rows) {
    /// How much.
    public enum Pace {
        /// Does it work: the figures are worth little.
        QUICK(3),
        /// The real figures.
        FULL(9);

        private final int rounds;

        Pace(int rounds) {
            this.rounds = rounds;
        }

        /// How often the sides take turns.
        ///
        /// @return the number of rounds
        public int rounds() {
            return rounds;
        }
    }
}
