package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The metrics of a task for each value of a column, the worst first: where a model that is good on the whole is not.
///
/// @param groups the groups of enough rows, the worst first; groups whose metric is NaN (one label only) come last,
///     equal ones in the order of their values, missing before all
/// @param leftOutGroups how many groups had too few rows
/// @param leftOutRows how many rows those had together
public record GroupedEvaluation(List<Group> groups, int leftOutGroups, long leftOutRows) {
    public GroupedEvaluation {
        groups = List.copyOf(groups);
    }

    /// What to measure.
    ///
    /// @param evaluation all metrics of the task
    /// @param orderedBy the metric that says which group is worst
    /// @param minimumRows the least number of rows that a group needs to say something, 1 or more
    /// @param <R> the kind of rows that the task has
    public record Options<R extends EvaluatedRows<R>>(
            Evaluation<R> evaluation, QualityMetric<R> orderedBy, int minimumRows) {
        public Options {
            if (minimumRows < 1) {
                throw new IllegalArgumentException("minimumRows is " + minimumRows + ", but must be 1 or more");
            }
        }
    }

    /// One group.
    ///
    /// @param value the column's value that its rows have; null is the group of the missing values
    /// @param orderedBy the group's value of the metric that the groups are ordered by; NaN where undefined
    /// @param metrics all metrics, as [Evaluation#of] gives them
    public record Group(@Nullable String value, double orderedBy, Map<String, Double> metrics) {
        public Group {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /// Measures each group. A group whose rows all have weight 0 is left out.
    ///
    /// @param values the column that groups the rows, one a row; null is a missing value, which is a group as well
    /// @param rows what came true beside what was predicted
    /// @param options what to measure
    /// @param <R> the kind of rows
    /// @return the groups
    /// @throws IllegalArgumentException where there are not as many values as rows, or a score is not a number that a
    ///     metric takes
    public static <R extends EvaluatedRows<R>> GroupedEvaluation of(
            @Nullable String[] values, R rows, Options<R> options) {
        RowWeights.requireSameLength(rows.size(), values.length, "group values");
        List<Group> groups = new ArrayList<>();
        int leftOutGroups = 0;
        long leftOutRows = 0;
        for (int[] ofGroup : rowsByValue(values)) {
            if (ofGroup.length < options.minimumRows() || RowWeights.allZero(rows.weights(), ofGroup)) {
                leftOutGroups++;
                leftOutRows += ofGroup.length;
            } else {
                R group = rows.take(ofGroup);
                groups.add(new Group(
                        values[ofGroup[0]],
                        options.orderedBy().of(group),
                        options.evaluation().of(group)));
            }
        }
        groups.sort(worstFirst(options.orderedBy().direction()));
        return new GroupedEvaluation(groups, leftOutGroups, leftOutRows);
    }

    private static Collection<int[]> rowsByValue(@Nullable String[] values) {
        Map<@Nullable String, IntStream.Builder> rows = new LinkedHashMap<>();
        for (int row = 0; row < values.length; row++) {
            rows.computeIfAbsent(values[row], value -> IntStream.builder()).add(row);
        }
        return rows.values().stream().map(builder -> builder.build().toArray()).toList();
    }

    private static Comparator<Group> worstFirst(Direction direction) {
        Comparator<Group> byMetric = (left, right) -> direction.compareWorstFirst(left.orderedBy(), right.orderedBy());
        return byMetric.thenComparing(Group::value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
