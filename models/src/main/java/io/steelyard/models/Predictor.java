package io.steelyard.models;

import io.steelyard.data.Batch;

/// A model that can be asked. Implementations are immutable and safe for any number of threads.
public interface Predictor {
    /// The columns that the model takes, before transforms, and what it answers.
    ///
    /// @return the signature
    Signature signature();

    /// Scores rows.
    ///
    /// @param rows rows with at least the signature's columns, in any order; others are ignored; a missing value is
    /// missing
    /// @return row after row, `rows.rows() * signature().outputs()` numbers in the rows' order: the probability of class 1
    ///     for a binary classification, the probability of each class of the signature for a multi-class one, the value for a
    ///     regression
    /// @throws io.steelyard.data.DataException where a column is missing or is of another type
    double[] score(Batch rows);
}
