package io.steelyard.tracking.comparison;

import io.steelyard.evaluation.PairedComparison;
import io.steelyard.evaluation.PairedTTest;
import io.steelyard.tracking.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the best run by the mean of its fold scores against each other one that has the same folds.
///
/// @param runs the runs
/// @param options which metrics, and which way they are better
/// @param notes told what could not be compared
record FoldTests(List<Run> runs, ComparisonOptions options, List<String> notes) {
    private static final int LEAST_FOLDS = 2;

    List<FoldComparison> all() {
        Map<String, List<FoldScores>> byMetric = new TreeMap<>();
        for (Run run : runs) {
            FoldScores.of(run)
                    .forEach((metric, scores) -> byMetric.computeIfAbsent(metric, m -> new ArrayList<>())
                            .add(scores));
        }
        List<FoldComparison> tests = new ArrayList<>();
        byMetric.forEach((metric, scores) -> {
            if (scores.size() > 1
                    && (options.metrics().isEmpty() || options.metrics().contains(metric))) {
                tests.addAll(tests(metric, scores));
            }
        });
        return tests;
    }

    private List<FoldComparison> tests(String metric, List<FoldScores> scores) {
        Comparator<FoldScores> worstFirst =
                (a, b) -> options.directions().of(metric).direction().compareWorstFirst(a.mean(), b.mean());
        FoldScores best = scores.stream().min(worstFirst.reversed()).orElseThrow();
        List<FoldComparison> tests = new ArrayList<>();
        for (FoldScores other : scores) {
            if (other.run().id().equals(best.run().id())) {
                continue;
            }
            String mismatch = best.mismatch(other);
            if (!mismatch.isEmpty()) {
                notes.add("the folds of '" + metric + "' of the runs "
                        + best.run().id() + " and " + other.run().id() + " differ, so they are not compared: "
                        + mismatch);
            } else if (!best.isFinite() || !other.isFinite()) {
                notes.add("'" + metric + "' is infinite on a fold of the runs "
                        + best.run().id() + " or " + other.run().id() + ", so they are not compared");
            } else if (best.scores().size() < LEAST_FOLDS) {
                notes.add("'" + metric + "' has one fold only, which tells nothing of its spread");
            } else {
                tests.add(test(best, other));
            }
        }
        return tests;
    }

    private static FoldComparison test(FoldScores best, FoldScores other) {
        int folds = best.scores().size();
        PairedComparison test = PairedTTest.correctedFor(folds - 1, 1).of(best.values(), other.values());
        return new FoldComparison(
                best.metric(),
                best.run().id(),
                other.run().id(),
                folds,
                best.mean(),
                other.mean(),
                test.difference(),
                test.statistic(),
                test.pValue());
    }
}
