package io.steelyard.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows in the order of their scores, the greatest first, equal scores together.
///
/// @param thresholds the distinct scores, descending
/// @param positives the weight of the rows of label 1 whose score is at or above each threshold
/// @param negatives the same of label 0
record Ranking(double[] thresholds, double[] positives, double[] negatives) {
    static Ranking of(BinaryRows rows) {
        double @Nullable [] weights = rows.weights();
        return weights == null ? ofCounts(rows) : ofWeights(rows, weights);
    }

    int size() {
        return thresholds.length;
    }

    /// The weight of all rows of label 1.
    double allPositives() {
        return positives[positives.length - 1];
    }

    /// The weight of all rows of label 0.
    double allNegatives() {
        return negatives[negatives.length - 1];
    }

    /// Only some of the thresholds.
    Ranking take(int[] kept) {
        return new Ranking(
                RowWeights.take(thresholds, kept, 1),
                RowWeights.take(positives, kept, 1),
                RowWeights.take(negatives, kept, 1));
    }

    private static Ranking ofCounts(BinaryRows rows) {
        ScoreKeys keys = ScoreKeys.of(rows);
        long[] ones = keys.ones();
        long[] zeros = keys.zeros();
        double[] thresholds = new double[rows.size()];
        double[] positives = new double[rows.size()];
        double[] negatives = new double[rows.size()];
        int one = ones.length - 1;
        int zero = zeros.length - 1;
        int size = 0;
        while (one >= 0 || zero >= 0) {
            long key = Math.max(one < 0 ? Long.MIN_VALUE : ones[one], zero < 0 ? Long.MIN_VALUE : zeros[zero]);
            while (one >= 0 && ones[one] == key) {
                one--;
            }
            while (zero >= 0 && zeros[zero] == key) {
                zero--;
            }
            thresholds[size] = ScoreKeys.score(key);
            positives[size] = ones.length - 1.0 - one;
            negatives[size] = zeros.length - 1.0 - zero;
            size++;
        }
        return new Ranking(
                Arrays.copyOf(thresholds, size), Arrays.copyOf(positives, size), Arrays.copyOf(negatives, size));
    }

    /// Rows of weight 0 are left out, as in scikit-learn.
    private static Ranking ofWeights(BinaryRows rows, double[] weights) {
        double[] counted = new double[rows.size()];
        int size = 0;
        for (int row = 0; row < counted.length; row++) {
            if (weights[row] > 0) {
                counted[size++] = rows.scores()[row] + 0.0;
            }
        }
        counted = Arrays.copyOf(counted, size);
        Arrays.parallelSort(counted);
        double[] distinct = Arrays.stream(counted).distinct().toArray();
        double[] positives = new double[distinct.length];
        double[] negatives = new double[distinct.length];
        for (int row = 0; row < rows.size(); row++) {
            if (weights[row] > 0) {
                int place = distinct.length - 1 - Arrays.binarySearch(distinct, rows.scores()[row] + 0.0);
                (rows.labels()[row] == 1 ? positives : negatives)[place] += weights[row];
            }
        }
        // one after another: a score that adds nothing must leave the sum the same to the bit
        for (int i = 1; i < distinct.length; i++) {
            positives[i] += positives[i - 1];
            negatives[i] += negatives[i - 1];
        }
        for (int i = 0; i < distinct.length / 2; i++) {
            double swapped = distinct[i];
            distinct[i] = distinct[distinct.length - 1 - i];
            distinct[distinct.length - 1 - i] = swapped;
        }
        return new Ranking(distinct, positives, negatives);
    }
}
