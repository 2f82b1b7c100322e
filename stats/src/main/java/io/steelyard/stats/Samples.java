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
        if (end == 0) {
            throw new IllegalArgumentException(
                    values.length == 0
                            ? "the " + name + " are empty; give at least one value"
                            : "all " + values.length + " of the " + name + " are missing; give at least one value");
        }
        return end == sorted.length ? sorted : Arrays.copyOf(sorted, end);
    }
}
