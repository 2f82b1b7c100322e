package io.steelyard.models;

import io.steelyard.data.Schema;
import java.util.HashSet;
import java.util.List;

/// What a model takes and what its answer means.
///
/// @param inputs the input columns in the order in which a bare row of values stands, before transforms
/// @param task what the scores mean
/// @param classes the classes in the order of their scores: for a binary classification `0` and `1`, for a multi-class one
///     two or more, each once, for a regression none
public record Signature(Schema inputs, Task task, List<String> classes) {
    private static final List<String> BINARY = List.of("0", "1");

    public Signature {
        if (inputs.fields().isEmpty()) {
            throw new IllegalArgumentException("a model's signature needs at least one input column");
        }
        classes = List.copyOf(classes);
        boolean fit = switch (task) {
            case BINARY_CLASSIFICATION -> classes.equals(BINARY);
            case MULTICLASS_CLASSIFICATION -> classes.size() >= 2 && new HashSet<>(classes).size() == classes.size();
            case REGRESSION -> classes.isEmpty();
        };
        if (!fit) {
            throw new IllegalArgumentException("a signature for " + task.spelling() + " has "
                    + switch (task) {
                        case BINARY_CLASSIFICATION -> "the classes 0 and 1";
                        case MULTICLASS_CLASSIFICATION -> "two or more classes, each once";
                        case REGRESSION -> "no classes";
                    }
                    + ", not " + classes);
        }
    }

    /// A signature whose classes follow from the task.
    ///
    /// @param inputs the input columns
    /// @param task a binary classification or a regression
    public Signature(Schema inputs, Task task) {
        this(inputs, task, task == Task.BINARY_CLASSIFICATION ? BINARY : List.of());
    }

    /// How many scores a row has.
    ///
    /// @return 1 for a binary classification and a regression, else the number of classes
    public int outputs() {
        return switch (task) {
            case BINARY_CLASSIFICATION, REGRESSION -> 1;
            case MULTICLASS_CLASSIFICATION -> classes.size();
        };
    }
}
