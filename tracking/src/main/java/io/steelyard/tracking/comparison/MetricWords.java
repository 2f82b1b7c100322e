package io.steelyard.tracking.comparison;

import io.steelyard.evaluation.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a metric's direction from the words of its name.
final class MetricWords {
    private static final Set<String> GREATER = Set.of(
            "score",
            "auc",
            "auroc",
            "auprc",
            "roc",
            "accuracy",
            "acc",
            "precision",
            "recall",
            "sensitivity",
            "specificity",
            "tpr",
            "tnr",
            "f1",
            "f2",
            "fbeta",
            "r2",
            "squared",
            "mcc",
            "kappa",
            "ndcg",
            "map",
            "mrr",
            "ap",
            "lift",
            "gain",
            "iou",
            "dice",
            "jaccard",
            "likelihood",
            "correlation",
            "pearson",
            "spearman",
            "reward",
            "profit",
            "revenue",
            "throughput",
            "coverage");
    private static final Set<String> SMALLER = Set.of(
            "loss",
            "logloss",
            "error",
            "errors",
            "err",
            "distance",
            "rmse",
            "mae",
            "mse",
            "msle",
            "rmsle",
            "mape",
            "smape",
            "wape",
            "mdae",
            "deviance",
            "perplexity",
            "ece",
            "mce",
            "nll",
            "entropy",
            "divergence",
            "psi",
            "pinball",
            "fpr",
            "fnr",
            "wer",
            "cer",
            "regret",
            "cost",
            "latency",
            "duration",
            "seconds",
            "std",
            "stddev",
            "deviation",
            "variance",
            "failures");

    /// Words that say it whatever follows: a Brier score and a false positive rate are better when smaller.
    private static final Set<String> ALWAYS_SMALLER = Set.of("brier", "false");

    /// Words that turn the rest round: scikit-learn's `neg_log_loss`, the `negative_log_likelihood`.
    private static final Set<String> NEGATIONS = Set.of("neg", "negative");

    private MetricWords() {}

    /// The direction.
    ///
    /// @param name the metric's name, its words divided by anything but letters and digits, or by capitals
    /// @return the direction; empty where no word is known
    static Optional<Direction> direction(String name) {
        List<String> words = words(name);
        if (words.stream().anyMatch(ALWAYS_SMALLER::contains)) {
            return Optional.of(Direction.SMALLER_IS_BETTER);
        }
        Optional<Direction> last =
                words.reversed().stream().flatMap(word -> ofWord(word).stream()).findFirst();
        return words.stream().anyMatch(NEGATIONS::contains) ? last.map(MetricWords::opposite) : last;
    }

    private static List<String> words(String name) {
        String divided = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[^A-Za-z0-9]+", " ");
        // "explained variance" is the one variance of which more is wanted
        return Arrays.stream(divided.toLowerCase(Locale.ROOT)
                        .replace("explained variance", "r2")
                        .strip()
                        .split(" "))
                .toList();
    }

    private static Optional<Direction> ofWord(String word) {
        if (SMALLER.contains(word) || word.endsWith("loss") || word.endsWith("error")) {
            return Optional.of(Direction.SMALLER_IS_BETTER);
        }
        return GREATER.contains(word) || word.endsWith("score") || word.endsWith("accuracy")
                ? Optional.of(Direction.GREATER_IS_BETTER)
                : Optional.empty();
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case GREATER_IS_BETTER -> Direction.SMALLER_IS_BETTER;
            case SMALLER_IS_BETTER -> Direction.GREATER_IS_BETTER;
        };
    }
}
