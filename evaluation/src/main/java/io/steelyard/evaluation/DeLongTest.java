package io.steelyard.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Whether two scores of the same rows differ in their area under the ROC curve. The statistic is z, standard normal where
/// the areas are equal.
///
/// DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988 ([doi:10.2307/2531595](https://doi.org/10.2307/2531595)), with the
/// ranks of Sun and Xu, IEEE Signal Processing Letters 21, 2014
/// ([doi:10.1109/LSP.2014.2337313](https://doi.org/10.1109/LSP.2014.2337313)).
public final class DeLongTest {
    private DeLongTest() {}

    /// Compares.
    ///
    /// @param labels what came true: 0 or 1, one a row, each at least twice
    /// @param firstScores the first scores; infinities are allowed
    /// @param secondScores the second scores of the same rows, in the same order
    /// @return the comparison; where the areas differ without any variance, as of two perfect halves, the p-value is 0
    /// @throws IllegalArgumentException where the lengths differ, a label is not 0 or 1 or occurs less than twice, or a
    ///     score is NaN
    public static PairedComparison of(double[] labels, double[] firstScores, double[] secondScores) {
        Placements first = Placements.of(new BinaryRows(labels, firstScores));
        Placements second = Placements.of(new BinaryRows(labels, secondScores));
        double difference = mean(first.ones()) - mean(second.ones());
        double variance = varianceOfMean(first.ones(), second.ones()) + varianceOfMean(first.zeros(), second.zeros());
        if (difference == 0) {
            return new PairedComparison(0, 0, 1);
        }
        double z = difference / Math.sqrt(variance);
        return new PairedComparison(
                difference, z, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    /// For each row of one label the share of the rows of the other that it is on the right side of, equal scores counting
    /// half. The mean of either is the area.
    private record Placements(double[] ones, double[] zeros) {
        static Placements of(BinaryRows rows) {
            ScoreKeys keys = ScoreKeys.of(rows);
            if (keys.ones().length < 2 || keys.zeros().length < 2) {
                throw new IllegalArgumentException("there are " + keys.ones().length + " rows of label 1 and "
                        + keys.zeros().length + " of label 0, but the test needs two or more of both");
            }
            double[] ones = new double[keys.ones().length];
            double[] zeros = new double[keys.zeros().length];
            int one = 0;
            int zero = 0;
            for (int row = 0; row < rows.size(); row++) {
                long key = ScoreKeys.key(rows.scores()[row]);
                if (rows.labels()[row] == 1) {
                    ones[one++] = notAbove(keys.zeros(), key);
                } else {
                    zeros[zero++] = 1 - notAbove(keys.ones(), key);
                }
            }
            return new Placements(ones, zeros);
        }

        /// The share of keys below, those that are equal counting half.
        private static double notAbove(long[] sorted, long key) {
            int below = firstAtLeast(sorted, key);
            int through = key == Long.MAX_VALUE ? sorted.length : firstAtLeast(sorted, key + 1);
            return (below + through) / 2.0 / sorted.length;
        }

        private static int firstAtLeast(long[] sorted, long key) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double varianceOfMean(double[] first, double[] second) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        double mean = mean(differences);
        return Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum()
                / (differences.length - 1)
                / differences.length;
    }
}
