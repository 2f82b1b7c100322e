package io.steelyard.gates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a metric's value must stand to a gate's threshold.
public enum Comparison {
    /// At least the threshold.
    GTE,
    /// At most the threshold.
    LTE,
    /// Above the threshold.
    GT,
    /// Below the threshold.
    LT;

    /// Reads a spelling.
    ///
    /// @param spelling `gte`, `lte`, `gt` or `lt`
    /// @return the comparison
    /// @throws IllegalArgumentException where it is none of them; the message names them
    public static Comparison of(String spelling) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the comparison is '" + spelling
                        + "', but must be one of "
                        + Arrays.stream(values()).map(Comparison::spelling).collect(Collectors.joining(", "))));
    }

    /// The name as it stands in files and messages.
    ///
    /// @return `gte`, `lte`, `gt` or `lt`
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sign for people.
    ///
    /// @return `≥`, `≤`, `>` or `<`
    public String sign() {
        return switch (this) {
            case GTE -> "≥";
            case LTE -> "≤";
            case GT -> ">";
            case LT -> "<";
        };
    }

    /// Compares.
    ///
    /// @param value the metric's value; NaN never holds
    /// @param threshold the gate's threshold
    /// @return whether the value stands to the threshold as it must
    public boolean holds(double value, double threshold) {
        return switch (this) {
            case GTE -> value >= threshold;
            case LTE -> value <= threshold;
            case GT -> value > threshold;
            case LT -> value < threshold;
        };
    }
}
