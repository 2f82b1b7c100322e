package io.steelyard.pipeline;

import io.steelyard.models.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The learner and its parameters.
///
/// @param learner the learner's name, for example `xgboost`
/// @param features the model's input columns, in the order of its signature
/// @param rounds the most rounds of boosting, at least 1
/// @param patience how many rounds without improvement on the validation rows end the training, at least 1
/// @param parameters the learner's own parameters by its own names
public record ModelSpec(
        String learner, List<String> features, int rounds, int patience, Map<String, String> parameters) {
    /// What every pipeline of today answers: yes or no.
    static final Task TASK = Task.BINARY_CLASSIFICATION;

    public ModelSpec {
        Required.text("learner", learner);
        features = Required.nonEmpty("features", features);
        if (rounds < 1) {
            throw new IllegalArgumentException("'rounds' must be at least 1, not " + rounds);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("'patience' must be at least 1, not " + patience);
        }
        parameters = parameters == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
