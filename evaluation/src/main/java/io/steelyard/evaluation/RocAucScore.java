package io.steelyard.evaluation;

import java.util.Arrays;

/// The area under the ROC curve: how likely a row of label 1 has a greater score than a row of label 0, equal scores
/// counting half. From 0 to 1, where 1 is best and 0.5 is no order at all. It looks at the order of the scores only,
/// so they need not be probabilities and may be infinite.
///
/// NaN where only one label occurs.
public record RocAucScore() implements BinaryMetric {
    @Override
    public String name() {
        return "roc_auc";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(double[] labels, double[] scores) {
        BinaryRows.requireOrdered(labels, scores);
        double[] positives = sorted(labels, scores, 1);
        double[] negatives = sorted(labels, scores, 0);
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (double positive : positives) {
            while (below < negatives.length && negatives[below] < positive) {
                below++;
            }
            while (notAbove < negatives.length && negatives[notAbove] <= positive) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / (2.0 * positives.length * negatives.length);
    }

    private static double[] sorted(double[] labels, double[] scores, double label) {
        double[] selected = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (labels[row] == label) {
                selected[count++] = scores[row];
            }
        }
        Arrays.sort(selected, 0, count);
        return Arrays.copyOf(selected, count);
    }
}
