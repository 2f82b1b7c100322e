package io.steelyard.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All metrics of a task at once.
///
/// @param <R> the kind of rows that the task has
public sealed interface Evaluation<R extends EvaluatedRows<R>>
        permits BinaryEvaluation, MulticlassEvaluation, RegressionEvaluation {
    /// The name of the number of rows.
    String ROWS = "rows";

    /// The metrics, in the order in which they are reported.
    ///
    /// @return one of each kind
    List<? extends QualityMetric<R>> metrics();

    /// How many numbers are predicted a row.
    ///
    /// @return the number of classes of a classification into several, else 1
    int outputs();

    /// Rows of this task from plain arrays.
    ///
    /// @param labels what came true, one a row; for classes the class's number from 0
    /// @param predictions what was predicted, row after row, [#outputs()] numbers each
    /// @param weights how much each row counts; null: all the same
    /// @return the rows
    /// @throws IllegalArgumentException where the rows cannot be of this task; the message names the row
    R rows(double[] labels, double[] predictions, double @Nullable [] weights);

    /// What is told of the rows beside the metrics, for example how many they are.
    ///
    /// @param rows the rows
    /// @return values by name, in order
    Map<String, Double> counts(R rows);

    /// Measures all.
    ///
    /// @param rows what came true beside what was predicted
    /// @return the values by name, unmodifiable, in the order of [#metrics()], then [#counts]; each metric says where it is
    ///     NaN
    /// @throws IllegalArgumentException where a score is not a number that a metric takes
    default Map<String, Double> of(R rows) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (QualityMetric<R> metric : metrics()) {
            values.put(metric.name(), metric.of(rows));
        }
        values.putAll(counts(rows));
        return Collections.unmodifiableMap(values);
    }
}
