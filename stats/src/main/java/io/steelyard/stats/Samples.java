package io.steelyard.stats;

import java.util.Arrays;

/// Samples as they come from a column, made ready for a statistic.
final class Samples {
    private Samples() {}

    /// The values that are not NaN, in ascending order, in a new array.
    ///
    /// @throws IllegalArgumentException where none is left; it names the sample
    static double[] sortedWithoutMissing(double[] values, String name) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int end = sorted.length;
        while (end > 0 && Double.isNaN(sorted[end - 1])) {
            end--;
        }
        requireSome(end, values.length, name);
        return end == sorted.length ? sorted : Arrays.copyOf(sorted, end);
    }

    /// Refuses a sample without values.
    ///
    /// @throws IllegalArgumentException where none is left; it names the sample
    static void requireSome(int left, int all, String name) {
        if (left == 0) {
            throw new IllegalArgumentException(
                    all == 0
                            ? "the " + name + " are empty; give at least one value"
                            : "all " + all + " of the " + name + " are missing; give at least one value");
        }
    }
}
