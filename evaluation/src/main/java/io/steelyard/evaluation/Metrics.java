package io.steelyard.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The metrics by name, and which way each is better: for whoever meets a logged number and has to say which of two is the
/// better one.
public final class Metrics {
    private static final List<String> PREFIXES = List.of("train_", "training_", "validation_", "val_", "test_", "cv_");
    private static final Map<String, Direction> BY_NAME = byName();

    private Metrics() {}

    /// The names of all metrics of this room, and of a few numbers that others log: `auc`, `average_precision`, `loss`,
    /// `logloss`, `mlogloss`, `error`, `mse`.
    ///
    /// @return the direction by name, unmodifiable, in the order of binary, several classes, regression, others
    public static Map<String, Direction> directions() {
        return BY_NAME;
    }

    /// Which way a logged number is better.
    ///
    /// @param name its name: one of [#directions()] or `pinball_` with any quantile, alone or after `train_`, `training_`,
    ///     `validation_`, `val_`, `test_` or `cv_`, or after the last `/`
    /// @return the direction; empty where the name says nothing, as `rows` and `positive_rate`: ask the user
    public static Optional<Direction> direction(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1);
        for (String prefix : PREFIXES) {
            if (bare.startsWith(prefix)) {
                bare = bare.substring(prefix.length());
                break;
            }
        }
        return bare.startsWith("pinball_")
                ? Optional.of(Direction.SMALLER_IS_BETTER)
                : Optional.ofNullable(BY_NAME.get(bare));
    }

    private static Map<String, Direction> byName() {
        Map<String, Direction> directions = new LinkedHashMap<>();
        Stream.of(new BinaryEvaluation(0.5), new MulticlassEvaluation(List.of("0", "1")), new RegressionEvaluation())
                .flatMap(evaluation -> evaluation.metrics().stream())
                .forEach(metric -> directions.put(metric.name(), metric.direction()));
        List.of("auc", "average_precision").forEach(name -> directions.put(name, Direction.GREATER_IS_BETTER));
        List.of("loss", "logloss", "mlogloss", "error", "mse")
                .forEach(name -> directions.put(name, Direction.SMALLER_IS_BETTER));
        return Collections.unmodifiableMap(directions);
    }
}
