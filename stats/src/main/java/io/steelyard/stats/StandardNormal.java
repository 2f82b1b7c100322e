package io.steelyard.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The normal distribution of mean 0 and standard deviation 1.
public final class StandardNormal {
    private static final NormalDistribution DISTRIBUTION = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /// The point with a share of the distribution below it, as `scipy.stats.norm.ppf`.
    ///
    /// @param probability from 0 to 1
    /// @return the point: negative infinity for 0, infinity for 1; about 15 digits are right
    /// @throws IllegalArgumentException where the probability is not from 0 to 1
    public static double quantile(double probability) {
        return DISTRIBUTION.inverseCumulativeProbability(probability);
    }
}
