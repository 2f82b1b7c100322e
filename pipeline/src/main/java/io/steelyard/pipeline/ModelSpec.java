package io.steelyard.pipeline;

import io.steelyard.models.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The learner and its parameters.
///
/// @param learner the learner's name, for example `xgboost`
/// @param task what the target means: `binary`, `multi-class` or `regression`; binary where it is missing
/// @param features the model's input columns, in the order of its signature
/// @param weights the column that says how much each training and validation row counts; all alike where it is missing
/// @param rounds the most rounds of boosting, or epochs, at least 1; 100 where it is missing
/// @param patience how many rounds without improvement on the validation rows end the training, at least 1; 20 where it is
///     missing
/// @param parameters the learner's own parameters by its own names
public record ModelSpec(
        String learner,
        Task task,
        List<String> features,
        @Nullable String weights,
        Integer rounds,
        Integer patience,
        Map<String, String> parameters) {
    private static final int USUAL_ROUNDS = 100;
    private static final int USUAL_PATIENCE = 20;

    public ModelSpec {
        Required.text("learner", learner);
        task = Required.orElse(task, Task.BINARY_CLASSIFICATION);
        features = Required.nonEmpty("features", features);
        rounds = Required.orElse(rounds, USUAL_ROUNDS);
        patience = Required.orElse(patience, USUAL_PATIENCE);
        if (rounds < 1) {
            throw new IllegalArgumentException("'rounds' must be at least 1, not " + rounds);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("'patience' must be at least 1, not " + patience);
        }
        parameters = parameters == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
