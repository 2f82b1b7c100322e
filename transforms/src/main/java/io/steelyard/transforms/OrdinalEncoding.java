package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// Replaces a column's values by the number of their category: the categories of the training rows in order (text by its
/// code points, numbers by value; true is 1, false 0), numbered from 0, as scikit-learn's `OrdinalEncoder`. Infrequent
/// categories share the number after those that stand alone.
///
/// @param column the text or numeric column, which is replaced
/// @param unseen what becomes of values that the training rows did not have
/// @param unseenValue the number of such values where `unseen` is [Unseen#VALUE], else NaN
/// @param missingValue the number of a missing value; NaN, where it stays missing
/// @param grouping which categories are infrequent
public record OrdinalEncoding(String column, Unseen unseen, double unseenValue, double missingValue, Grouping grouping)
        implements InputTransform {
    /// What becomes of values that the training rows did not have.
    public enum Unseen {
        /// They become missing.
        MISSING,
        /// They are an error that names the first and its row.
        ERROR,
        /// They become a number of their own.
        VALUE
    }

    public OrdinalEncoding {
        if ((unseen == Unseen.VALUE) == Double.isNaN(unseenValue)) {
            throw new IllegalArgumentException(
                    "'" + column + "' needs a number for unseen values where they are to become "
                            + "one, and only there; unseen is " + unseen + " and the number " + unseenValue);
        }
    }

    /// An encoding without groups in which missing stays missing.
    ///
    /// @param column the text or numeric column
    /// @param unseen [Unseen#MISSING] or [Unseen#ERROR]
    public OrdinalEncoding(String column, Unseen unseen) {
        this(column, unseen, Double.NaN, Double.NaN, Grouping.NONE);
    }

    /// The same with a number of its own for values that the training rows did not have, for example -1.
    ///
    /// @param value the number
    /// @return a new description
    public OrdinalEncoding withUnseenValue(double value) {
        return new OrdinalEncoding(column, Unseen.VALUE, value, missingValue, grouping);
    }

    /// The same with a number of its own for missing values.
    ///
    /// @param value the number
    /// @return a new description
    public OrdinalEncoding withMissingValue(double value) {
        return new OrdinalEncoding(column, unseen, unseenValue, value, grouping);
    }

    /// The same with infrequent categories grouped.
    ///
    /// @param infrequent which are
    /// @return a new description
    public OrdinalEncoding withGrouping(Grouping infrequent) {
        return new OrdinalEncoding(column, unseen, unseenValue, missingValue, infrequent);
    }

    @Override
    public FittedOrdinal fit(Batch training) {
        Grouping.Parted parted = grouping.part(CategoryCounts.of(training, column));
        return new FittedOrdinal(column, parted.frequent(), parted.infrequent(), unseen, unseenValue, missingValue);
    }
}
