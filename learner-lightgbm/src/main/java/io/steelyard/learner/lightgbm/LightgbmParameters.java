package io.steelyard.learner.lightgbm;

import io.steelyard.training.KnownParameters;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.TrainingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// The parameters of a training, by LightGBM's names: those that the caller chose, and those that follow from the options.
/// The values are LightGBM's to judge.
///
/// @param forLightgbm all parameters
record LightgbmParameters(Map<String, String> forLightgbm) {
    private static final double BOOTSTRAP_SHARE = 0.632;

    /// What a caller may choose: the parameters of LightGBM 4.3 for trees with numerical splits on a CPU.
    private static final Set<String> KNOWN = Set.of(
            "bagging_fraction",
            "bagging_freq",
            "bin_construct_sample_cnt",
            "boost_from_average",
            "cat_smooth",
            "extra_trees",
            "feature_fraction",
            "feature_fraction_bynode",
            "is_unbalance",
            "lambda_l1",
            "lambda_l2",
            "learning_rate",
            "linear_lambda",
            "max_bin",
            "max_delta_step",
            "max_depth",
            "min_data_in_bin",
            "min_data_in_leaf",
            "min_gain_to_split",
            "min_sum_hessian_in_leaf",
            "monotone_constraints",
            "monotone_constraints_method",
            "monotone_penalty",
            "num_leaves",
            "num_threads",
            "path_smooth",
            "scale_pos_weight",
            "sigmoid");

    /// What follows from elsewhere or has another name here, and from where.
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("objective", "follows from the task"),
            Map.entry("application", "follows from the task"),
            Map.entry("metric", "follows from the task"),
            Map.entry("num_class", "follows from the target"),
            Map.entry("boosting", "follows from the learner, 'lightgbm' (gbdt) or 'random-forest' (rf)"),
            Map.entry("boosting_type", "follows from the learner, 'lightgbm' (gbdt) or 'random-forest' (rf)"),
            Map.entry("seed", "is the training's seed"),
            Map.entry("random_state", "is the training's seed"),
            Map.entry("deterministic", "is always true"),
            Map.entry("n_estimators", "is the training's number of rounds"),
            Map.entry("num_iterations", "is the training's number of rounds"),
            Map.entry("num_boost_round", "is the training's number of rounds"),
            Map.entry("early_stopping_round", "is the training's patience"),
            Map.entry("early_stopping_rounds", "is the training's patience"),
            Map.entry("n_jobs", "is called 'num_threads' here"),
            Map.entry("eta", "is called 'learning_rate' here"),
            Map.entry("subsample", "is called 'bagging_fraction' here"),
            Map.entry("subsample_freq", "is called 'bagging_freq' here"),
            Map.entry("colsample_bytree", "is called 'feature_fraction' here"),
            Map.entry("min_child_samples", "is called 'min_data_in_leaf' here"),
            Map.entry("min_child_weight", "is called 'min_sum_hessian_in_leaf' here"),
            Map.entry("reg_alpha", "is called 'lambda_l1' here"),
            Map.entry("reg_lambda", "is called 'lambda_l2' here"),
            Map.entry("verbosity", "is always -1"),
            Map.entry("verbose", "is always -1"),
            Map.entry("device_type", "is always 'cpu'"));

    LightgbmParameters {
        forLightgbm = Map.copyOf(forLightgbm);
    }

    static LightgbmParameters boosted(Map<String, String> chosen, TrainingOptions options) {
        return of("gbdt", Map.of(), chosen, options);
    }

    static LightgbmParameters forest(Map<String, String> chosen, TrainingOptions options, int features) {
        double share =
                switch (options.task()) {
                    case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> Math.sqrt(features) / features;
                    case REGRESSION -> 1.0 / 3;
                };
        return of(
                "rf",
                Map.of(
                        "bagging_freq", "1",
                        "bagging_fraction", Double.toString(BOOTSTRAP_SHARE),
                        "feature_fraction_bynode", Double.toString(share),
                        "num_leaves", "255",
                        "min_data_in_leaf", "5"),
                chosen,
                options);
    }

    private static LightgbmParameters of(
            String boosting, Map<String, String> usual, Map<String, String> chosen, TrainingOptions options) {
        new KnownParameters("LightGBM", KNOWN, ELSEWHERE).check(chosen);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("num_threads", "2");
        all.putAll(usual);
        chosen.forEach((name, value) -> all.put(name, word(name, value)));
        switch (options.task()) {
            case BINARY_CLASSIFICATION -> {
                all.put("objective", "binary");
                all.put("metric", "binary_logloss");
            }
            case MULTICLASS_CLASSIFICATION -> {
                all.put("objective", "multiclass");
                all.put("metric", "multi_logloss");
                all.put("num_class", Integer.toString(options.classes()));
            }
            case REGRESSION -> {
                all.put("objective", "regression");
                all.put("metric", "rmse");
            }
        }
        all.put("boosting", boosting);
        all.put("seed", Integer.toString(seed(options.seed())));
        all.put("deterministic", "true");
        all.put("force_row_wise", "true");
        all.put("verbosity", "-1");
        return new LightgbmParameters(all);
    }

    /// LightGBM's seed has 31 bits.
    private static int seed(long seed) {
        return new SplittableRandom(seed).nextInt(Integer.MAX_VALUE);
    }

    /// LightGBM takes all parameters as one line, in which a blank would begin another one.
    private static String word(String name, String value) {
        String text = value.strip();
        if (text.isEmpty() || text.chars().anyMatch(c -> Character.isWhitespace(c) || c == '=' || c == '#')) {
            throw new TrainingException("the parameter '" + name + "' is '" + value
                    + "', but LightGBM takes one word, a list without blanks");
        }
        return text;
    }

    /// The parameters as LightGBM takes them, in the order of their names.
    String line() {
        return forLightgbm.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
