package io.steelyard.forest;

/// In which type a forest compares and sums. A closed set.
enum Precision {
    FLOAT,
    DOUBLE
}
