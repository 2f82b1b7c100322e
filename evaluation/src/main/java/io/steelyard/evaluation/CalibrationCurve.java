package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Whether scores are the probabilities that they say: what was predicted beside what came true, in bins of equal
/// width from 0 to 1.
///
/// @param bins the bins that hold rows, in ascending order
public record CalibrationCurve(List<Bin> bins) {
    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /// One bin. A score belongs to the bin ⌊score·bins⌋, so a bin holds its lower edge and not its upper one; the
    /// last holds 1 too.
    ///
    /// @param lower the lower edge
    /// @param upper the upper edge
    /// @param meanScore the mean of the scores in the bin
    /// @param observedShare the share of label 1 among the bin's rows
    /// @param count the number of rows, 1 or more
    public record Bin(double lower, double upper, double meanScore, double observedShare, long count) {}

    /// Bins the rows.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores the probability of 1, one a row, from 0 to 1
    /// @param bins how many bins of equal width, 1 or more; usually 10
    /// @return the curve, without the bins that hold no row
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score
    ///     is not from 0 to 1, or bins is below 1
    public static CalibrationCurve of(double[] labels, double[] scores, int bins) {
        BinaryRows.requireProbabilities(labels, scores);
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + ", but must be 1 or more");
        }
        double[] scoreSums = new double[bins];
        long[] positives = new long[bins];
        long[] counts = new long[bins];
        for (int row = 0; row < labels.length; row++) {
            int bin = Math.min((int) (scores[row] * bins), bins - 1);
            scoreSums[bin] += scores[row];
            positives[bin] += labels[row] == 1 ? 1 : 0;
            counts[bin]++;
        }
        List<Bin> filled = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                double count = counts[bin];
                filled.add(new Bin(
                        (double) bin / bins,
                        (bin + 1.0) / bins,
                        scoreSums[bin] / count,
                        positives[bin] / count,
                        counts[bin]));
            }
        }
        return new CalibrationCurve(filled);
    }

    /// The mean distance between predicted and observed, each bin weighing as many as it has rows.
    ///
    /// @return from 0, best, to 1; NaN where there are no bins
    public double expectedError() {
        double rows = bins.stream().mapToLong(Bin::count).sum();
        return bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.meanScore() - bin.observedShare()))
                        .sum()
                / rows;
    }
}
