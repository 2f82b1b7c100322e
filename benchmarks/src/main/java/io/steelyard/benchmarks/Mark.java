package io.steelyard.benchmarks;

/// What is to be reached.
sealed interface Mark {
    /// A value of our own, in the line's unit.
    record AtMost(double value) implements Mark {
        @Override
        public String text() {
            return "at most " + Report.number(value);
        }
    }

    /// So many times better than the other side.
    record Times(double value) implements Mark {
        @Override
        public String text() {
            return Report.number(value) + " times";
        }
    }

    /// The mark in words.
    String text();
}
