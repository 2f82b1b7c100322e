package io.steelyard.evaluation;

import org.jspecify.annotations.Nullable;

/// What came true beside what was predicted, one pair a row, checked when it was made.
///
/// @param <R> the kind of rows itself
public sealed interface EvaluatedRows<R extends EvaluatedRows<R>> permits BinaryRows, MulticlassRows, RegressionRows {
    /// How many rows there are.
    ///
    /// @return 1 or more
    int size();

    /// How much each row counts.
    ///
    /// @return one weight a row, finite and 0 or more, at least one above 0; null where all rows count 1. Read it, do not
    ///     write to it
    double @Nullable [] weights();

    /// The rows at some positions, in the order given.
    ///
    /// @param rows positions from 0; one may stand more than once
    /// @return new rows
    /// @throws IllegalArgumentException where no position is given or all have weight 0
    R take(int[] rows);
}
