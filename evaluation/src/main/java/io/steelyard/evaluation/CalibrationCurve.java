package io.steelyard.evaluation;

import io.steelyard.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether scores are the probabilities that they say: what was predicted beside what came true, in bins from 0 to 1.
///
/// @param bins the bins that hold rows, in ascending order
public record CalibrationCurve(List<Bin> bins) {
    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /// One bin. It holds its upper edge and not its lower one; the first holds its lower edge too. Those are the bins of
    /// scikit-learn's `calibration_curve`.
    ///
    /// @param lower the lower edge
    /// @param upper the upper edge
    /// @param meanScore the mean of the scores in the bin
    /// @param observedShare the share of label 1 among the bin's rows
    /// @param count the number of rows, 1 or more
    /// @param weight the sum of the rows' weights; their number where they have none
    public record Bin(double lower, double upper, double meanScore, double observedShare, long count, double weight) {}

    /// Bins of equal width.
    ///
    /// @param rows the rows
    /// @param bins how many bins, 1 or more; usually 10
    /// @return the curve, without the bins that hold no row
    /// @throws IllegalArgumentException where a score is not from 0 to 1, or bins is below 1
    public static CalibrationCurve of(BinaryRows rows, int bins) {
        requireBins(bins);
        double step = 1.0 / bins; // numpy.linspace multiplies, it does not divide
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> i == bins ? 1 : i * step);
        return of(rows.requireProbabilities(), edges);
    }

    /// Bins of equal width, over rows that all count the same.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores the probability of 1, one a row, from 0 to 1
    /// @param bins how many bins, 1 or more; usually 10
    /// @return the curve, without the bins that hold no row
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score
    ///     is not from 0 to 1, or bins is below 1
    public static CalibrationCurve of(double[] labels, double[] scores, int bins) {
        return of(new BinaryRows(labels, scores), bins);
    }

    /// Bins of about equally many rows: their edges are quantiles of the scores, as NumPy interpolates them.
    ///
    /// @param rows the rows
    /// @param bins how many bins, 1 or more
    /// @return the curve, without the bins that hold no row
    /// @throws IllegalArgumentException where a score is not from 0 to 1, or bins is below 1
    public static CalibrationCurve ofQuantiles(BinaryRows rows, int bins) {
        requireBins(bins);
        rows.requireProbabilities();
        double[] probabilities = new double[bins + 1];
        double step = 1.0 / bins;
        Arrays.setAll(probabilities, i -> i == bins ? 1 : i * step * 100 / 100); // as numpy.percentile rounds
        return of(rows, Quantiles.linear(rows.scores(), probabilities));
    }

    private static CalibrationCurve of(BinaryRows rows, double[] edges) {
        int bins = edges.length - 1;
        double[] scoreSums = new double[bins];
        double[] positives = new double[bins];
        double[] weights = new double[bins];
        long[] counts = new long[bins];
        for (int row = 0; row < rows.size(); row++) {
            double weight = RowWeights.at(rows.weights(), row);
            if (weight > 0) {
                int bin = binOf(edges, rows.scores()[row]);
                scoreSums[bin] += weight * rows.scores()[row];
                positives[bin] += weight * rows.labels()[row];
                weights[bin] += weight;
                counts[bin]++;
            }
        }
        List<Bin> filled = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                filled.add(new Bin(
                        edges[bin],
                        edges[bin + 1],
                        scoreSums[bin] / weights[bin],
                        positives[bin] / weights[bin],
                        counts[bin],
                        weights[bin]));
            }
        }
        return new CalibrationCurve(filled);
    }

    /// How many inner edges lie below the score.
    private static int binOf(double[] edges, double score) {
        int low = 1;
        int high = edges.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The mean distance between predicted and observed, each bin weighing as many as it has rows.
    ///
    /// @return from 0, best, to 1; NaN where there are no bins
    public double expectedError() {
        double whole = bins.stream().mapToDouble(Bin::weight).sum();
        return bins.stream()
                        .mapToDouble(bin -> bin.weight() * Math.abs(bin.meanScore() - bin.observedShare()))
                        .sum()
                / whole;
    }

    private static void requireBins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + ", but must be 1 or more");
        }
    }
}
