package io.steelyard.training;

import io.steelyard.training.Learner.TrainingOptions;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which learner is asked, and how.
///
/// @param learner the learner's name, for example `xgboost`
/// @param options what the labels mean and how long to go on
/// @param parameters the algorithm's own parameters by its own names
/// @param watched which of the rows that it is given early stopping watches: they are split off as test rows, in equal shares
///     of the classes where the order is shuffled; null: none, every round is gone
public record LearnerCall(
        String learner,
        TrainingOptions options,
        Map<String, String> parameters,
        @Nullable TrainTestSplit watched) {
    public LearnerCall {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /// A call without early stopping.
    ///
    /// @param learner the learner's name
    /// @param options what the labels mean and how many rounds to go
    /// @param parameters the algorithm's own parameters by its own names
    public LearnerCall(String learner, TrainingOptions options, Map<String, String> parameters) {
        this(learner, options, parameters, null);
    }
}
