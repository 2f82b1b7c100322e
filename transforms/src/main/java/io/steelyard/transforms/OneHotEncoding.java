package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.ArrayList;
import java.util.List;

/// Replaces a column by one column of true and false a category, where it stood, as scikit-learn's `OneHotEncoder`: the
/// categories of the training rows in order (text by its code points, numbers by value; true is 1, false 0), then one for
/// the infrequent ones, then one for missing values.
///
/// The columns are called `<column>_<category>`, `<column>_infrequent` and `<column>_missing`; where a category is already
/// called so, an underscore stands behind. Differs from scikit-learn in those names (`_infrequent_sklearn`, `_nan`), in the
/// order where both are there (it has `_nan` before `_infrequent_sklearn`), and in that missing is never one of the
/// infrequent and does not count among them.
///
/// @param column the text or numeric column, which is replaced
/// @param unseen what becomes of values that the training rows did not have
/// @param missing what becomes of missing values
/// @param grouping which categories are infrequent
public record OneHotEncoding(String column, Unseen unseen, Missing missing, Grouping grouping)
        implements InputTransform {
    /// What becomes of values that the training rows did not have.
    public enum Unseen {
        /// They are an error that names the first and its row.
        ERROR,
        /// All columns are false (scikit-learn's `ignore`).
        ZEROS,
        /// They count as infrequent; where there is no such column, all are false (`infrequent_if_exist`).
        INFREQUENT
    }

    /// What becomes of missing values.
    public enum Missing {
        /// They have a column of their own, also where no training row is missing.
        CATEGORY,
        /// All columns are false.
        ZEROS
    }

    /// An encoding without groups in which missing values have no column.
    ///
    /// @param column the text or numeric column
    /// @param unseen what becomes of values that the training rows did not have
    public OneHotEncoding(String column, Unseen unseen) {
        this(column, unseen, Missing.ZEROS, Grouping.NONE);
    }

    /// The same with another place for missing values.
    ///
    /// @param place what becomes of them
    /// @return a new description
    public OneHotEncoding withMissing(Missing place) {
        return new OneHotEncoding(column, unseen, place, grouping);
    }

    /// The same with infrequent categories grouped.
    ///
    /// @param infrequent which are
    /// @return a new description
    public OneHotEncoding withGrouping(Grouping infrequent) {
        return new OneHotEncoding(column, unseen, missing, infrequent);
    }

    @Override
    public FittedOneHot fit(Batch training) {
        Grouping.Parted parted = grouping.part(CategoryCounts.of(training, column));
        List<String> names = new ArrayList<>();
        for (int code = 0; code < parted.frequent().size(); code++) {
            names.add(column + "_" + parted.frequent().name(code));
        }
        if (parted.infrequent().size() > 0) {
            names.add(unlike(names, column + "_infrequent"));
        }
        if (missing == Missing.CATEGORY) {
            names.add(unlike(names, column + FittedMissingIndicator.ENDING));
        }
        FittedOneHot fitted = new FittedOneHot(column, parted.frequent(), parted.infrequent(), missing, unseen, names);
        fitted.transform(training.take(new int[0]));
        return fitted;
    }

    private static String unlike(List<String> names, String name) {
        String own = name;
        while (names.contains(own)) {
            own += "_";
        }
        return own;
    }
}
