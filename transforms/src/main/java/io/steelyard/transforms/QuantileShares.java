package io.steelyard.transforms;

import io.steelyard.stats.StandardNormal;

/// Which share of the training rows lies below a value.
final class QuantileShares {
    /// How near to the ends counts as there, where the result is that of a normal distribution: scikit-learn's
    /// BOUNDS_THRESHOLD.
    private static final double BOUND = 1e-7;

    private static final double LEAST = StandardNormal.quantile(BOUND - Math.ulp(1.0));
    private static final double GREATEST = StandardNormal.quantile(1 - (BOUND - Math.ulp(1.0)));

    private final double[] quantiles;
    private final double[] references;
    private final QuantileTransform.Output output;

    QuantileShares(double[] quantiles, QuantileTransform.Output output) {
        this.quantiles = quantiles;
        this.output = output;
        references = references(quantiles.length);
    }

    /// `numpy.linspace(0, 1, count)`.
    static double[] references(int count) {
        double[] references = new double[count];
        double step = 1.0 / (count - 1);
        for (int i = 1; i < count - 1; i++) {
            references[i] = i * step;
        }
        if (count > 1) {
            references[count - 1] = 1;
        }
        return references;
    }

    double share(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        double low = quantiles[0];
        double high = quantiles[quantiles.length - 1];
        return switch (output) {
            case UNIFORM -> value == low ? 0 : value == high ? 1 : between(value);
            case NORMAL -> {
                double share = value - BOUND < low ? 0 : value + BOUND > high ? 1 : between(value);
                yield Math.min(GREATEST, Math.max(LEAST, StandardNormal.quantile(share)));
            }
        };
    }

    /// The mean of interpolating from below and from above, which differ where quantiles are equal.
    private double between(double value) {
        int last = quantiles.length - 1;
        if (value < quantiles[0] || value > quantiles[last]) {
            return value < quantiles[0] ? 0 : 1;
        }
        int above = firstAbove(value);
        int below = above - 1;
        double up = above > last ? references[last] : interpolated(value, below);
        int first = firstNotBelow(value);
        double down = quantiles[first] == value ? references[first] : interpolated(value, first - 1);
        return (up + down) / 2;
    }

    private double interpolated(double value, int below) {
        double slope = (references[below + 1] - references[below]) / (quantiles[below + 1] - quantiles[below]);
        return slope * (value - quantiles[below]) + references[below];
    }

    private int firstAbove(double value) {
        int low = 0;
        int high = quantiles.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quantiles[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstNotBelow(double value) {
        int low = 0;
        int high = quantiles.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quantiles[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
