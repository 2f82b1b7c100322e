package io.steelyard.evaluation;

import java.util.Arrays;

/// Sorts scores.
final class ScoreSort {
    private ScoreSort() {}

    /// The scores of one label in ascending order; −0 becomes 0.
    static double[] ascending(double[] labels, double[] scores, double label) {
        double[] selected = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (labels[row] == label) {
                selected[count++] = scores[row] + 0.0;
            }
        }
        selected = Arrays.copyOf(selected, count);
        Arrays.parallelSort(selected);
        return selected;
    }
}
