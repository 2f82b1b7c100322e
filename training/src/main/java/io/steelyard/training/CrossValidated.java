package io.steelyard.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a cross-validation brings.
///
/// @param folds how the rows were parted
/// @param scores what each metric says of each fold, by the metric's name, in the evaluation's order
/// @param predictions what was predicted for each row when it was held out
public record CrossValidated(List<Fold> folds, Map<String, FoldScores> scores, OutOfFoldPredictions predictions) {
    public CrossValidated {
        folds = List.copyOf(folds);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /// What a metric says of each fold.
    ///
    /// @param metric the metric's name, for example `roc_auc`
    /// @return its values
    /// @throws IllegalArgumentException where it was not measured
    public FoldScores score(String metric) {
        FoldScores found = scores.get(metric);
        if (found == null) {
            throw new IllegalArgumentException("'" + metric + "' was not measured; measured were " + scores.keySet());
        }
        return found;
    }
}
