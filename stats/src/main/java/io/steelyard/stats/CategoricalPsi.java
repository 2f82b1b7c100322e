package io.steelyard.stats;

import org.jspecify.annotations.Nullable;

/// The population stability index of a string column: how far its shares have moved from a reference that was counted
/// once. The formula and its reading are those of [PopulationStabilityIndex].
///
/// Each category of the reference is a bin. Categories that the reference never had are one more bin together, and
/// missing values are another; each of the two counts where either side has any.
///
/// @param reference the reference's counts; at least one row
public record CategoricalPsi(CategoryCounts reference) {
    public CategoricalPsi {
        reference.requireRows("reference values");
    }

    /// Compares two columns once.
    ///
    /// @param reference the values that the bins are made from; null is a missing one
    /// @param current the values to compare
    /// @return the index, 0 or more
    /// @throws IllegalArgumentException where one of the columns is empty
    public static double of(@Nullable String[] reference, @Nullable String[] current) {
        return fit(reference).against(current);
    }

    /// Counts a reference, to be kept and compared with later columns.
    ///
    /// @param reference the values; null is a missing one
    /// @return the reference's counts
    /// @throws IllegalArgumentException where the reference is empty
    public static CategoricalPsi fit(@Nullable String[] reference) {
        return new CategoricalPsi(CategoryCounts.of(reference));
    }

    /// Compares a column with the reference.
    ///
    /// @param current the values; null is a missing one
    /// @return the index, 0 or more
    /// @throws IllegalArgumentException where the column is empty
    public double against(@Nullable String[] current) {
        return against(CategoryCounts.of(current));
    }

    /// Compares a column that is counted already.
    ///
    /// @param current its counts
    /// @return the index, 0 or more
    /// @throws IllegalArgumentException where the column is empty
    public double against(CategoryCounts current) {
        current.requireRows("current values");
        double referenceRows = reference.rows();
        double currentRows = current.rows();
        double sum =
                PopulationStabilityIndex.term(reference.missing() / referenceRows, current.missing() / currentRows);
        long known = current.missing();
        for (String category : reference.counts().keySet()) {
            sum += PopulationStabilityIndex.term(
                    reference.count(category) / referenceRows, current.count(category) / currentRows);
            known += current.count(category);
        }
        return sum + PopulationStabilityIndex.term(0, (current.rows() - known) / currentRows);
    }
}
