package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.models.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The column that a model is to answer, as numbers: 0 or 1, the number of a class, or the value itself.
///
/// @param column its name
/// @param task what it means
/// @param classes the classes' names in the order of their numbers: text in the order of its characters, numbers by size;
///     `0` and `1` of a binary classification; none of a regression
record Target(String column, Task task, List<String> classes) {
    /// @param train the training rows; the classes are those that occur in them
    static Target of(PipelineSpec spec, Batch train) {
        String column = spec.features().target();
        Task task = spec.model().task();
        return new Target(
                column,
                task,
                switch (task) {
                    case BINARY_CLASSIFICATION -> List.of("0", "1");
                    case MULTICLASS_CLASSIFICATION -> several(column, train);
                    case REGRESSION -> List.of();
                });
    }

    private static List<String> several(String column, Batch train) {
        Column values = train.column(column);
        if (values.type() == ColumnType.STRING) {
            return Arrays.stream(train.strings(column).values())
                    .distinct()
                    .sorted()
                    .toList();
        }
        return Arrays.stream(train.doubles(column))
                .distinct()
                .sorted()
                .mapToObj(value -> name(column, value))
                .toList();
    }

    private static String name(String column, double value) {
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    "the target '" + column + "' of several classes must be text or whole numbers, but a row has "
                            + value + "; for the task regression any number will do");
        }
        return Long.toString((long) value);
    }

    /// The labels of rows that all have one.
    double[] labels(Batch rows) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> binary(rows.doubles(column));
            case MULTICLASS_CLASSIFICATION -> numbers(rows);
            case REGRESSION -> rows.doubles(column);
        };
    }

    private double[] binary(double[] labels) {
        for (double label : labels) {
            if (label != 0 && label != 1) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the target '" + column + "' must be 0, 1 or null, but a row has " + label
                                + "; other targets need 'task: multi-class' or 'task: regression'");
            }
        }
        return labels;
    }

    private double[] numbers(Batch rows) {
        Stream<String> names = rows.column(column).type() == ColumnType.STRING
                ? Arrays.stream(rows.strings(column).values())
                : Arrays.stream(rows.doubles(column)).mapToObj(value -> name(column, value));
        return names.mapToDouble(this::number).toArray();
    }

    private double number(String name) {
        return IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the target '" + column + "' is '" + name
                                + "' in a row, but no training row has that class; there are " + classes
                                + ": move the split, or leave the class out"));
    }
}
