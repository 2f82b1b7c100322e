package io.steelyard.stats;

/// The Jensen-Shannon distance between the shares of two string columns, to base 2. Equal to
/// `scipy.spatial.distance.jensenshannon(reference, current, base=2)`.
///
/// It is the root of (Σ r·log₂(r/m) + Σ c·log₂(c/m)) / 2 with m = (r+c)/2: a metric, symmetric, from 0 (equal shares)
/// to 1 (no category in common). A category is one that either column has; missing values are a category where either
/// has any.
public final class JensenShannon {
    private static final double LN_2 = Math.log(2);

    private JensenShannon() {}

    /// The distance between two columns.
    ///
    /// @param reference the counts of one
    /// @param current the counts of the other
    /// @return the distance, from 0 to 1
    /// @throws IllegalArgumentException where a column has no rows; the message names which
    public static double distance(CategoryCounts reference, CategoryCounts current) {
        long[][] table = CategoryCounts.table(reference, current);
        double referenceRows = reference.rows();
        double currentRows = current.rows();
        double sum = 0;
        for (int place = 0; place < table[0].length; place++) {
            double r = table[0][place] / referenceRows;
            double c = table[1][place] / currentRows;
            double mean = (r + c) / 2;
            sum += relativeEntropy(r, mean) + relativeEntropy(c, mean);
        }
        return Math.sqrt(Math.clamp(sum / 2 / LN_2, 0.0, 1.0));
    }

    private static double relativeEntropy(double share, double mean) {
        return share == 0 ? 0 : share * Math.log(share / mean);
    }
}
