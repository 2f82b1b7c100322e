package io.steelyard.training;

import io.steelyard.stats.Mt19937;
import java.util.function.Consumer;

/// Brings lists into an order, one after another from one generator.
@FunctionalInterface
interface Shuffle extends Consumer<int[]> {
    static Shuffle of(RowOrder order) {
        return switch (order) {
            case RowOrder.AsGiven _ -> values -> {};
            case RowOrder.Shuffled(long seed) -> new Mt19937(seed)::shuffle;
        };
    }
}
