package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The metrics of a binary classifier for each value of a column, the worst first: where a model that is good on the
/// whole is not.
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
    /// @param threshold the least score that is predicted as 1
    /// @param orderedBy the metric that says which group is worst
    /// @param minimumRows the least number of rows that a group needs to say something, 1 or more
    public record Options(double threshold, BinaryMetric orderedBy, int minimumRows) {
        public Options {
            ConfusionMatrix.requireThreshold(threshold);
            if (minimumRows < 1) {
                throw new IllegalArgumentException("minimumRows is " + minimumRows + ", but must be 1 or more");
            }
        }
    }

    /// One group.
    ///
    /// @param value the column's value that its rows have; null is the group of the missing values
    /// @param orderedBy the group's value of the metric that the groups are ordered by; NaN where undefined
    /// @param metrics all metrics, as [BinaryEvaluation#of] gives them
    public record Group(@Nullable String value, double orderedBy, Map<String, Double> metrics) {
        public Group {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /// Measures each group.
    ///
    /// @param values the column that groups the rows, one a row; null is a missing value, which is a group as well
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores the probability of 1, one a row, from 0 to 1
    /// @param options what to measure
    /// @return the groups
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, or a
    ///     score is not from 0 to 1
    public static GroupedEvaluation of(@Nullable String[] values, double[] labels, double[] scores, Options options) {
        BinaryRows.requireProbabilities(labels, scores);
        if (values.length != labels.length) {
            throw new IllegalArgumentException("there are " + values.length + " group values and " + labels.length
                    + " labels, but each row needs one of both");
        }
        List<Group> groups = new ArrayList<>();
        int leftOutGroups = 0;
        long leftOutRows = 0;
        for (int[] rows : rowsByValue(values)) {
            if (rows.length < options.minimumRows()) {
                leftOutGroups++;
                leftOutRows += rows.length;
            } else {
                groups.add(group(values[rows[0]], pick(labels, rows), pick(scores, rows), options));
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

    private static Group group(@Nullable String value, double[] labels, double[] scores, Options options) {
        return new Group(
                value,
                options.orderedBy().of(labels, scores),
                BinaryEvaluation.of(labels, scores, options.threshold()));
    }

    private static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    private static Comparator<Group> worstFirst(Direction direction) {
        Comparator<Group> byMetric = (left, right) -> direction.compareWorstFirst(left.orderedBy(), right.orderedBy());
        return byMetric.thenComparing(Group::value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
