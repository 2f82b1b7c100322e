package io.steelyard.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/// Student's t-test on the scores that two models have on the same folds. The statistic is t, with one degree of freedom less
/// than there are folds.
///
/// Folds of a cross-validation share most of their training rows, so their scores vary less than those of models from other
/// rows would, and the plain test finds differences too often. [#correctedFor] widens the variance for that, by Nadeau and
/// Bengio, "Inference for the generalization error", Machine Learning 52, 2003
/// ([doi:10.1023/A:1024068626366](https://doi.org/10.1023/A:1024068626366)); it is the one to use.
public final class PairedTTest {
    private final double overlap;

    private PairedTTest(double overlap) {
        this.overlap = overlap;
    }

    /// The plain test, for scores that do not depend on each other. Equals `scipy.stats.ttest_rel`.
    ///
    /// @return the test
    public static PairedTTest independent() {
        return new PairedTTest(0);
    }

    /// The test for folds of one cross-validation.
    ///
    /// @param trainingRows how many rows a fold learns from
    /// @param testRows how many rows a fold tests
    /// @return the test
    /// @throws IllegalArgumentException where a number is below 1
    public static PairedTTest correctedFor(long trainingRows, long testRows) {
        if (trainingRows < 1 || testRows < 1) {
            throw new IllegalArgumentException("a fold has " + trainingRows + " training rows and " + testRows
                    + " test rows, but needs at least one of both");
        }
        return new PairedTTest((double) testRows / trainingRows);
    }

    /// Compares.
    ///
    /// @param first the first model's score on each fold
    /// @param second the second model's on the same folds, in the same order
    /// @return the comparison; where all differences are equal and not 0 the statistic is infinite and the p-value 0
    /// @throws IllegalArgumentException where there are fewer than two folds, not as many of both, or a score is not finite
    public PairedComparison of(double[] first, double[] second) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException("there are " + first.length + " scores of the first and " + second.length
                    + " of the second, but a paired test needs the same folds, two or more");
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
            if (!Double.isFinite(differences[i])) {
                throw new IllegalArgumentException(
                        "the scores of fold " + i + " are " + first[i] + " and " + second[i] + ", but must be finite");
            }
        }
        int folds = differences.length;
        double mean = Arrays.stream(differences).sum() / folds;
        double variance =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum() / (folds - 1);
        if (mean == 0) {
            return new PairedComparison(0, 0, 1);
        }
        double t = mean / Math.sqrt(variance * (1.0 / folds + overlap));
        double pValue = 2 * TDistribution.of(folds - 1).survivalProbability(Math.abs(t));
        return new PairedComparison(mean, t, pValue);
    }
}
