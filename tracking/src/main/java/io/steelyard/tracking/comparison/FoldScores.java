package io.steelyard.tracking.comparison;

import io.steelyard.tracking.Run;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run's scores on the folds of a cross-validation. By convention the score of `roc_auc` on fold 3 is the metric
/// `roc_auc_fold_3`; folds are numbered from 0 or from 1.
///
/// @param run the run
/// @param metric the metric's name without the fold
/// @param scores the score of each fold by its number, all of them numbers
record FoldScores(Run run, String metric, SortedMap<Integer, Double> scores) {
    private static final Pattern NAME = Pattern.compile("(?<metric>.+)_fold_(?<fold>\\d{1,6})");

    /// The parameter or tag that says which rows are in which fold, for example a digest of them.
    private static final String FOLDS = "folds";

    /// Parameters or tags by which folds differ where nobody says which rows are in them.
    private static final List<String> LIKELY = List.of("data_version", "random_seed");

    static boolean isFold(String name) {
        return NAME.matcher(name).matches();
    }

    /// All fold scores of a run; those that are NaN are left out.
    static Map<String, FoldScores> of(Run run) {
        Map<String, FoldScores> found = new TreeMap<>();
        run.metrics().forEach((name, value) -> {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches() && !Double.isNaN(value.value())) {
                String metric = matcher.group("metric");
                found.computeIfAbsent(metric, m -> new FoldScores(run, m, new TreeMap<>()))
                        .scores()
                        .put(Integer.parseInt(matcher.group("fold")), value.value());
            }
        });
        return found;
    }

    double mean() {
        return scores.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    boolean isFinite() {
        return scores.values().stream().allMatch(Double::isFinite);
    }

    double[] values() {
        return scores.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Whether the folds of two runs are the same, as far as the runs say.
    ///
    /// @return empty where they match, else why they do not
    String mismatch(FoldScores other) {
        if (!scores.keySet().equals(other.scores.keySet())) {
            return "folds " + scores.keySet() + " and " + other.scores.keySet();
        }
        boolean told = !said(run, FOLDS).isEmpty() && !said(other.run, FOLDS).isEmpty();
        for (String key : told ? List.of(FOLDS) : LIKELY) {
            String mine = said(run, key);
            String its = said(other.run, key);
            if (!mine.equals(its) && !mine.isEmpty() && !its.isEmpty()) {
                return key + " " + mine + " and " + its;
            }
        }
        return "";
    }

    private static String said(Run run, String key) {
        return run.params().getOrDefault(key, run.tags().getOrDefault(key, ""));
    }
}
