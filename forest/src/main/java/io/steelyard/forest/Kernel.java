package io.steelyard.forest;

/// A way to score rows with all trees of a forest. Every kernel gives the same bits: it adds each tree's leaf to its
/// output's sum in the trees' order. Immutable, for any number of threads.
interface Kernel {
    /// Adds every tree's leaf to the sums.
    ///
    /// @param rows the rows
    /// @param from the first row
    /// @param count how many rows
    /// @param sums of all rows of `rows`, whose margins from row `from` on grow
    void add(Rows rows, int from, int count, Sums sums);
}
