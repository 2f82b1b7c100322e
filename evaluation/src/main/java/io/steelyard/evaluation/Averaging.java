package io.steelyard.evaluation;

/// How a number of each class becomes one for all.
public enum Averaging {
    /// The plain mean over the classes.
    MACRO("macro"),
    /// The mean over the classes, each weighing as much as its rows that came true.
    WEIGHTED("weighted"),
    /// One number over the rows of all classes together.
    MICRO("micro");

    private final String spelling;

    Averaging(String spelling) {
        this.spelling = spelling;
    }

    /// The name as it stands in metrics' names.
    ///
    /// @return the lower-case name
    public String spelling() {
        return spelling;
    }
}
