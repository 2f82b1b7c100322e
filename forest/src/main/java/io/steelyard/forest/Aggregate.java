package io.steelyard.forest;

/// How the trees' leaves become one margin. A closed set.
enum Aggregate {
    SUM,
    /// The sum divided by the number of rounds.
    AVERAGE,
    MIN,
    MAX;

    /// @return exact where both are floats, if it is then rounded to a float
    double join(double sum, double leaf) {
        return switch (this) {
            case SUM, AVERAGE -> sum + leaf;
            case MIN -> Math.min(sum, leaf);
            case MAX -> Math.max(sum, leaf);
        };
    }

    boolean isSum() {
        return switch (this) {
            case SUM, AVERAGE -> true;
            case MIN, MAX -> false;
        };
    }
}
