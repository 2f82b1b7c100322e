package io.steelyard.evaluation;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// McNemar's exact test: whether of the rows on which two classifiers disagree one is right more often. The statistic is the
/// smaller number of rows that only one of them has right; the difference is that of their accuracies.
public final class McNemarTest {
    private McNemarTest() {}

    /// Compares.
    ///
    /// @param firstRight whether the first classifier is right, one a row
    /// @param secondRight the same of the second, for the same rows in the same order
    /// @return the comparison
    /// @throws IllegalArgumentException where there are no rows or not as many of both
    public static PairedComparison of(boolean[] firstRight, boolean[] secondRight) {
        if (firstRight.length != secondRight.length || firstRight.length == 0) {
            throw new IllegalArgumentException("there are " + firstRight.length + " rows of the first and "
                    + secondRight.length + " of the second, but a paired test needs the same rows, one or more");
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int row = 0; row < firstRight.length; row++) {
            onlyFirst += firstRight[row] && !secondRight[row] ? 1 : 0;
            onlySecond += !firstRight[row] && secondRight[row] ? 1 : 0;
        }
        int fewer = Math.min(onlyFirst, onlySecond);
        int both = onlyFirst + onlySecond;
        double pValue = both == 0
                ? 1
                : Math.min(1, 2 * BinomialDistribution.of(both, 0.5).cumulativeProbability(fewer));
        return new PairedComparison((double) (onlyFirst - onlySecond) / firstRight.length, fewer, pValue);
    }

    /// Compares two binary classifiers.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param firstScores the scores of the first
    /// @param secondScores those of the second, for the same rows in the same order
    /// @param threshold the least score that is predicted as 1
    /// @return the comparison
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score or the
    ///     threshold is NaN
    public static PairedComparison of(double[] labels, double[] firstScores, double[] secondScores, double threshold) {
        ConfusionMatrix.requireThreshold(threshold);
        return of(
                right(new BinaryRows(labels, firstScores), threshold),
                right(new BinaryRows(labels, secondScores), threshold));
    }

    private static boolean[] right(BinaryRows rows, double threshold) {
        boolean[] right = new boolean[rows.size()];
        for (int row = 0; row < right.length; row++) {
            right[row] = (rows.scores()[row] >= threshold) == (rows.labels()[row] == 1);
        }
        return right;
    }
}
