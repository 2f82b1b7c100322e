package io.steelyard.training;

/// One way to part rows: some to learn from, others to test what was learned.
///
/// @param trainingRows the numbers of the rows to learn from, from 0, handed over
/// @param testRows the numbers of the rows held out, none of which is among the training rows, handed over
public record Fold(int[] trainingRows, int[] testRows) {}
