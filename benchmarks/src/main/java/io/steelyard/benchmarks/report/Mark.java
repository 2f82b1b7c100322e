package io.steelyard.benchmarks.report;

/// What is to be reached.
public sealed interface Mark {
    /// A value of our own, in the line's unit.
    ///
    /// @param value the greatest one that reaches it
    record AtMost(double value) implements Mark {
        @Override
        public String text() {
            return "at most " + Report.number(value);
        }
    }

    /// So many times better than the first of the other sides.
    ///
    /// @param value how many times
    record Times(double value) implements Mark {
        @Override
        public String text() {
            return Report.number(value) + " times";
        }
    }

    /// The mark in words.
    ///
    /// @return for example `at most 10`
    String text();
}
