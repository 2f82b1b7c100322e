package io.steelyard.training;

import io.steelyard.stats.Mt19937;

/// In which order a split goes through the rows. There is no shuffle without a seed.
public sealed interface RowOrder {
    /// The order in which the rows stand.
    ///
    /// @return the order, equal to any other such
    static RowOrder asGiven() {
        return new AsGiven();
    }

    /// An order drawn from a seed, that of scikit-learn's `shuffle=True, random_state=seed`.
    ///
    /// @param seed from 0 to 4294967295
    /// @return the order
    static RowOrder shuffled(long seed) {
        return new Shuffled(seed);
    }

    /// The rows as they stand.
    record AsGiven() implements RowOrder {}

    /// The rows shuffled.
    ///
    /// @param seed from 0 to 4294967295
    record Shuffled(long seed) implements RowOrder {
        public Shuffled {
            Mt19937.requireSeed(seed);
        }
    }
}
