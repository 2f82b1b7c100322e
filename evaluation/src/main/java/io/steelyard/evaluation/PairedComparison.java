package io.steelyard.evaluation;

/// Whether two models, measured on the same rows or folds, differ by more than chance.
///
/// @param difference the first less the second: of their scores, areas, or shares of right rows
/// @param statistic the test's own number; each test says which
/// @param pValue how likely a difference at least as great is, in either direction, between models that are equally good;
///     from 0 to 1. 1 where both are equal throughout
public record PairedComparison(double difference, double statistic, double pValue) {
    /// Whether chance alone would hardly give such a difference.
    ///
    /// @param level the greatest p-value that counts as such; usually 0.05
    /// @return true where the p-value is at most the level
    public boolean significantAt(double level) {
        return pValue <= level;
    }
}
