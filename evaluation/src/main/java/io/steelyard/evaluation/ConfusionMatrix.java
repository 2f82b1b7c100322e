package io.steelyard.evaluation;

/// How many rows were predicted what and came true as what. A row is predicted 1 where its score is at or above the
/// threshold.
///
/// @param trueNegatives predicted 0, came true as 0
/// @param falsePositives predicted 1, came true as 0
/// @param falseNegatives predicted 0, came true as 1
/// @param truePositives predicted 1, came true as 1
public record ConfusionMatrix(long trueNegatives, long falsePositives, long falseNegatives, long truePositives) {
    public ConfusionMatrix {
        if (Math.min(Math.min(trueNegatives, falsePositives), Math.min(falseNegatives, truePositives)) < 0) {
            throw new IllegalArgumentException("the counts of a confusion matrix must be 0 or more, but are [["
                    + trueNegatives + ", " + falsePositives + "], [" + falseNegatives + ", " + truePositives + "]]");
        }
    }

    /// Counts.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores what was predicted, one a row; infinities are allowed
    /// @param threshold the least score that is predicted as 1
    /// @return the counts
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, or a
    ///     score or the threshold is NaN
    public static ConfusionMatrix of(double[] labels, double[] scores, double threshold) {
        BinaryRows.requireOrdered(labels, scores);
        requireThreshold(threshold);
        long[] counts = new long[4];
        for (int row = 0; row < labels.length; row++) {
            counts[(labels[row] == 1 ? 2 : 0) + (scores[row] >= threshold ? 1 : 0)]++;
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
    }

    /// The number of rows.
    ///
    /// @return the sum of the four counts
    public long rows() {
        return trueNegatives + falsePositives + falseNegatives + truePositives;
    }

    /// The share of rows that were predicted right.
    ///
    /// @return from 0 to 1; NaN where there are no rows
    public double accuracy() {
        return (double) (truePositives + trueNegatives) / rows();
    }

    /// The share of the rows predicted 1 that came true as 1.
    ///
    /// @return from 0 to 1; 0 where no row was predicted 1, as in scikit-learn
    public double precision() {
        return shareOrZero(truePositives, truePositives + falsePositives);
    }

    /// The share of the rows that came true as 1 that were predicted 1.
    ///
    /// @return from 0 to 1; 0 where no row came true as 1, as in scikit-learn
    public double recall() {
        return shareOrZero(truePositives, truePositives + falseNegatives);
    }

    /// The harmonic mean of precision and recall.
    ///
    /// @return from 0 to 1; 0 where no row was predicted 1 and none came true as 1, as in scikit-learn
    public double f1() {
        return shareOrZero(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    static void requireThreshold(double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold is NaN, but must be a number; 0.5 is usual");
        }
    }

    private static double shareOrZero(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
