package io.steelyard.training;

import java.util.List;

/// A rule by which rows are parted into folds, each held out once. The same rule gives the same rows each time, and those
/// of scikit-learn 1.9's class of the same name with the same options and seed.
public sealed interface Folds permits KFold, StratifiedKFold, GroupKFold, TimeSeriesSplit {
    /// How many folds there will be.
    ///
    /// @return 2 or more, for a time series 1 or more
    int count();

    /// Parts rows.
    ///
    /// @param labels what came true, one a row; for rules that do not look at it only its length matters
    /// @return the folds, [#count()] of them
    /// @throws TrainingException where there are too few rows for the folds, a label is NaN, or the rule cannot part
    ///     these labels; the message says what can
    List<Fold> split(double[] labels);
}
