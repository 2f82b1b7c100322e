package io.steelyard.stats;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/// The two-sample Kolmogorov-Smirnov test: could both samples come from one distribution? Equal to
/// `scipy.stats.ks_2samp` with its defaults (two-sided, method `auto`).
///
/// The statistic is the greatest distance between the two empirical distribution functions, ties taken as one step.
/// The p-value is exact where both samples have at most 10 000 values (path counting; Hodges 1958, Viehmann 2021),
/// and beyond that the one-sample distribution at n·m/(n+m) rounded to a whole number, halves to even (Simard and
/// L'Ecuyer 2011, [doi:10.18637/jss.v039.i11](https://doi.org/10.18637/jss.v039.i11)). With many rows the p-value is
/// small for any trifle: read the statistic beside it.
public final class KolmogorovSmirnov {
    /// The greatest sample for which the p-value is exact, as in scipy.
    private static final int EXACT_UP_TO = 10_000;

    private static final KolmogorovSmirnovTest EXACT =
            KolmogorovSmirnovTest.withDefaults().with(PValueMethod.EXACT);

    private KolmogorovSmirnov() {}

    /// What the test says.
    ///
    /// @param statistic the greatest distance, from 0 (the same distribution of values) to 1 (no overlap)
    /// @param pValue how likely so great a distance is between two samples of one distribution, from 0 to 1
    public record Result(double statistic, double pValue) {}

    /// Tests two samples. Takes the time of sorting both; where the p-value is exact, also that of n·m steps.
    ///
    /// @param reference one sample, in any order; NaN is left out
    /// @param current the other, in any order; NaN is left out
    /// @return the statistic and its p-value; one value against one other has both 1
    /// @throws IllegalArgumentException where a sample has no value that is not NaN; the message names which
    public static Result test(double[] reference, double[] current) {
        double[] x = Samples.sortedWithoutMissing(reference, "reference values");
        double[] y = Samples.sortedWithoutMissing(current, "current values");
        long distance = distance(x, y);
        double statistic = distance / ((double) x.length * y.length);
        return new Result(statistic, pValue(x, y, distance, statistic));
    }

    /// The statistic times n·m, which is a whole number.
    private static long distance(double[] x, double[] y) {
        long greatest = 0;
        long distance = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double value = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= value) {
                distance += y.length;
                i++;
            }
            while (j < y.length && y[j] <= value) {
                distance -= x.length;
                j++;
            }
            greatest = Math.max(greatest, Math.abs(distance));
        }
        return greatest;
    }

    private static double pValue(double[] x, double[] y, long distance, double statistic) {
        int smaller = Math.min(x.length, y.length);
        int greater = Math.max(x.length, y.length);
        if (greater > EXACT_UP_TO) {
            double size = (double) greater * smaller / ((double) greater + smaller);
            return oneSample(statistic, (int) Math.rint(size));
        }
        return smaller == 1 ? oneAgainst(greater, distance) : EXACT.test(x, y).getPValue();
    }

    /// The exact p-value of one value against n others: all n+1 places among them are equally likely, and the place
    /// after r of them has the distance max(r, n−r).
    private static double oneAgainst(int n, long distance) {
        return Math.min(1, 2.0 * (n - distance + 1) / (n + 1));
    }

    /// The probability that the one-sample statistic of n values exceeds d. The library offers it for a sample only:
    /// the sample here is 0 … n−1, and the function that it is held against is d above the step at 0 and halfway up
    /// every other step.
    private static double oneSample(double d, int n) {
        if (d <= 0.5 / n) {
            return 1;
        }
        if (n == 1) {
            return 2 * (1 - d);
        }
        double[] steps = new double[n];
        for (int i = 0; i < n; i++) {
            steps[i] = i;
        }
        return EXACT.test(steps, step -> step == 0 ? d : (step + 0.5) / n).getPValue();
    }
}
