package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.List;
import java.util.Optional;

/// A loaded model file: the columns after the transforms in, scores out. Immutable and safe for any number of threads; what
/// it holds outside the heap is released when nobody refers to it any more.
public interface Scorer {
    /// The columns that the model takes, in its own order.
    ///
    /// @return the names; none where the file does not name them, and then it takes the columns in the order in which they
    ///     stand in the batch
    List<String> features();

    /// The columns that the model takes, with their types.
    ///
    /// @return the [#features()]; numbers, where an implementation says nothing else
    default Schema inputs() {
        return new Schema(features().stream()
                .map(name -> new Field(name, ColumnType.DOUBLE))
                .toList());
    }

    /// How many scores a row has.
    ///
    /// @return at least 1
    int outputs();

    /// What the scores mean.
    ///
    /// @return the task; empty where the file does not say
    default Optional<Task> task() {
        return Optional.empty();
    }

    /// The classes that a multi-class model names.
    ///
    /// @return the names in the order of the scores; none where the file names none
    default List<String> classes() {
        return List.of();
    }

    /// Scores rows.
    ///
    /// @param features rows with at least the model's columns, in any order; NaN or null is missing
    /// @return row after row, `features.rows() * outputs()` numbers: the probability of class 1 for a binary
    ///     classification, one probability a class for a multi-class one, the value for a regression
    /// @throws io.steelyard.data.DataException where a column is missing or is of another type
    double[] scores(Batch features);
}
