package io.steelyard.learner.xgboost;

import io.steelyard.training.KnownParameters;
import io.steelyard.training.Learner.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The parameters of a training, by XGBoost's names: those that the caller chose, and those that follow from the
/// options. The
/// values are XGBoost's to judge.
///
/// @param forXgboost all parameters
/// @param outputs how many trees a round makes beside each other: one a class where there are several, else 1
record XgboostParameters(Map<String, Object> forXgboost, int outputs) {
    /// What a caller may choose: the parameters of XGBoost 3.0 for trees with numerical splits on a CPU.
    private static final Set<String> KNOWN = Set.of(
            "alpha",
            "base_score",
            "colsample_bylevel",
            "colsample_bynode",
            "colsample_bytree",
            "eta",
            "gamma",
            "grow_policy",
            "interaction_constraints",
            "lambda",
            "learning_rate",
            "max_bin",
            "max_cached_hist_node",
            "max_delta_step",
            "max_depth",
            "max_leaves",
            "min_child_weight",
            "min_split_loss",
            "monotone_constraints",
            "nthread",
            "num_parallel_tree",
            "reg_alpha",
            "reg_lambda",
            "sampling_method",
            "scale_pos_weight",
            "subsample",
            "tree_method");

    /// What follows from elsewhere, and from where.
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("objective", "follows from the task"),
            Map.entry("eval_metric", "follows from the task"),
            Map.entry("num_class", "follows from the target"),
            Map.entry("seed", "is the training's seed"),
            Map.entry("random_state", "is the training's seed"),
            Map.entry("n_estimators", "is the training's number of rounds"),
            Map.entry("num_boost_round", "is the training's number of rounds"),
            Map.entry("num_round", "is the training's number of rounds"),
            Map.entry("early_stopping_rounds", "is the training's patience"),
            Map.entry("n_jobs", "is called 'nthread' here"),
            Map.entry("verbosity", "is always 0"),
            Map.entry("booster", "is always 'gbtree'"),
            Map.entry("device", "is always 'cpu'"));

    XgboostParameters {
        forXgboost = Map.copyOf(forXgboost);
    }

    static XgboostParameters of(Map<String, String> chosen, TrainingOptions options) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tree_method", "hist");
        all.put("nthread", "2");
        new KnownParameters("XGBoost", KNOWN, ELSEWHERE).check(chosen);
        all.putAll(chosen);
        int outputs = 1;
        switch (options.task()) {
            case BINARY_CLASSIFICATION -> {
                all.put("objective", "binary:logistic");
                all.put("eval_metric", "logloss");
            }
            case MULTICLASS_CLASSIFICATION -> {
                outputs = options.classes();
                all.put("objective", "multi:softprob");
                all.put("eval_metric", "mlogloss");
                all.put("num_class", Integer.toString(outputs));
            }
            case REGRESSION -> {
                all.put("objective", "reg:squarederror");
                all.put("eval_metric", "rmse");
            }
        }
        all.put("seed", Long.toString(options.seed()));
        all.put("verbosity", "0");
        return new XgboostParameters(all, outputs);
    }

    /// How many trees a round makes; ask once XGBoost has taken the parameters.
    int treesPerRound() {
        return outputs * Integer.parseInt(
                forXgboost.getOrDefault("num_parallel_tree", "1").toString().strip());
    }
}
