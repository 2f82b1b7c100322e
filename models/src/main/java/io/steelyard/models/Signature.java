package io.steelyard.models;

import io.steelyard.data.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a model takes and what its answer means.
///
/// @param inputs the input columns in the order in which a bare row of values stands, before transforms
/// @param task what the scores mean
/// @param classes the classes in the order of their scores: for a binary classification `0` and `1`, for a multi-class one
///     two or more, each once, for a regression none
/// @param optional the inputs that rows may lack, which are missing then
public record Signature(Schema inputs, Task task, List<String> classes, Set<String> optional) {
    private static final List<String> BINARY = List.of("0", "1");

    public Signature {
        if (inputs.fields().isEmpty()) {
            throw new IllegalArgumentException("a model's signature needs at least one input column");
        }
        classes = List.copyOf(classes);
        optional = Set.copyOf(optional);
        optional.forEach(inputs::require);
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

    /// A signature all of whose inputs are required.
    ///
    /// @param inputs the input columns
    /// @param task what the scores mean
    /// @param classes the classes in the order of their scores
    public Signature(Schema inputs, Task task, List<String> classes) {
        this(inputs, task, classes, Set.of());
    }

    /// A signature whose classes follow from the task.
    ///
    /// @param inputs the input columns
    /// @param task a binary classification or a regression
    public Signature(Schema inputs, Task task) {
        this(inputs, task, task == Task.BINARY_CLASSIFICATION ? BINARY : List.of());
    }

    /// The same with inputs that rows may lack.
    ///
    /// @param names of inputs
    /// @return a new signature
    Signature withOptional(Set<String> names) {
        return new Signature(inputs, task, classes, names);
    }

    /// The signature of a loaded model.
    ///
    /// @param inputs its columns
    /// @param task what its scores mean
    /// @param scorer what scores
    static Signature of(Schema inputs, Task task, Scorer scorer) {
        return switch (task) {
            case BINARY_CLASSIFICATION, REGRESSION -> new Signature(inputs, task);
            case MULTICLASS_CLASSIFICATION ->
                new Signature(
                        inputs,
                        task,
                        scorer.classes().isEmpty()
                                ? IntStream.range(0, scorer.outputs())
                                        .mapToObj(Integer::toString)
                                        .toList()
                                : scorer.classes());
        };
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
