package io.steelyard.stats;

/// Count, extremes, mean and standard deviation of numbers that come one after another.
///
/// Welford's recurrence, whose error does not grow with the mean (Welford 1962,
/// [doi:10.1080/00401706.1962.10490022](https://doi.org/10.1080/00401706.1962.10490022)). NaN is missing and left out;
/// infinite values count for the extremes and are left out of mean and deviation, which they would make meaningless. Not
/// for several threads.
public final class Moments {
    private long finite;
    private long infinite;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /// Moments of no values.
    public Moments() {}

    /// Adds a value.
    ///
    /// @param value the value; NaN is left out
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        if (Double.isInfinite(value)) {
            infinite++;
            return;
        }
        finite++;
        double distance = value - mean;
        mean += distance / finite;
        squares += distance * (value - mean);
    }

    /// How many values were added, infinite ones included.
    ///
    /// @return the count without NaN
    public long count() {
        return finite + infinite;
    }

    /// How many infinite values were added.
    ///
    /// @return their count
    public long infinite() {
        return infinite;
    }

    /// The least value.
    ///
    /// @return the minimum, which may be infinite; NaN of no values
    public double min() {
        return count() == 0 ? Double.NaN : least;
    }

    /// The greatest value.
    ///
    /// @return the maximum, which may be infinite; NaN of no values
    public double max() {
        return count() == 0 ? Double.NaN : greatest;
    }

    /// The mean of the finite values.
    ///
    /// @return the mean; NaN where there is none
    public double mean() {
        return finite == 0 ? Double.NaN : mean;
    }

    /// The sample standard deviation of the finite values (ddof 1: the sum of squares over n−1), as pandas computes it.
    ///
    /// @return the deviation, 0 or more; NaN of fewer than two values
    public double std() {
        return finite < 2 ? Double.NaN : Math.sqrt(squares / (finite - 1));
    }
}
