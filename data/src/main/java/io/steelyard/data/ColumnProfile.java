package io.steelyard.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in a column.
///
/// @param name the column's name
/// @param type the type of its values
/// @param missing how many rows have no value
/// @param distinct how many different values there are
/// @param distinctError how far `distinct` may be off with a probability of 95 %, as a share of it; 0 where it is exact
/// @param numbers what a column of numbers tells; true counts as 1. Null for other columns, and where no row has a value
/// @param span the first and the last instant; null for other columns, and where no row has a value
/// @param top the most frequent values as text, at most ten, the most frequent first; of fractional numbers only where
///     they are few
/// @param topError by how much a count of `top` may be too high; 0 where all are exact
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        long distinct,
        double distinctError,
        @Nullable Numbers numbers,
        @Nullable Span span,
        List<TopValue> top,
        long topError) {
    public ColumnProfile {
        top = List.copyOf(top);
    }

    /// What a column of numbers tells.
    ///
    /// @param infinite how many values are infinite
    /// @param min the least value
    /// @param max the greatest value
    /// @param mean the mean of the finite values
    /// @param std their sample standard deviation (ddof 1, as pandas computes it); NaN of fewer than two
    /// @param quantiles values at some probabilities, by linear interpolation (type 7, NumPy's `linear`)
    /// @param rankError how far a quantile's probability may be off with a probability of 99 %; 0 where they are exact,
    ///     which they are up to 131,072 values
    public record Numbers(
            long infinite,
            double min,
            double max,
            double mean,
            double std,
            List<Quantile> quantiles,
            double rankError) {
        public Numbers {
            quantiles = List.copyOf(quantiles);
        }

        /// A quantile that is among [#quantiles].
        ///
        /// @param probability one of 0.01, 0.05, 0.25, 0.5, 0.75, 0.95 and 0.99
        /// @return the value
        /// @throws IllegalArgumentException where there is none of that probability
        public double quantile(double probability) {
            return quantiles.stream()
                    .filter(q -> q.probability() == probability)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a profile has no quantile of " + probability
                            + "; it has "
                            + quantiles.stream().map(Quantile::probability).toList()))
                    .value();
        }
    }

    /// The value below which a share of the values lies.
    ///
    /// @param probability the share, from 0 to 1
    /// @param value the value
    public record Quantile(double probability, double value) {}

    /// The first and the last instant.
    ///
    /// @param first in UTC, as in `2013-07-01T05:00:00Z`
    /// @param last in UTC
    public record Span(String first, String last) {}

    /// A value and how often it stands.
    ///
    /// @param value the value as text
    /// @param count in how many rows
    public record TopValue(String value, long count) {}
}
