package io.steelyard.stats;

import java.util.Arrays;
import java.util.List;

/// The population stability index of a number: how far its distribution has moved from a reference that was cut into
/// bins once.
///
/// PSI = Σ (c−r)·ln(c/r) over the bins, r and c being the bin's share of the reference's and of the current values,
/// each raised to at least 0.000001. It is 0 for equal shares, symmetric in r and c, and without a unit; a usual
/// reading is below 0.1 stable, above 0.25 moved. Two samples of one distribution have about (bins−1)·(1/n + 1/m), so
/// the reading needs some 1000 rows a side.
///
/// Bins hold equal shares of the reference: their edges are its quantiles ([Quantiles#edges]). A value on an inner
/// edge belongs to the bin above it; the outer bins reach to the infinities. Missing values (NaN) are a bin of their
/// own, which counts where either side has any. Infinite values count in the outer bins, but do not shape the edges.
///
/// For strings see [CategoricalPsi].
///
/// @param innerEdges the finite edges between the bins, ascending; edges may be equal, the bin between them is empty.
///     Of b bins there are b−1; none where the reference had no finite value
/// @param shares the share of each bin among all the reference's values, one more than edges, each from 0 to 1
/// @param missingShare the share of missing values among all the reference's values; with the shares it sums to 1
public record PopulationStabilityIndex(List<Double> innerEdges, List<Double> shares, double missingShare) {
    private static final double LEAST_SHARE = 1e-6;
    private static final double SUM_TOLERANCE = 1e-9;

    public PopulationStabilityIndex {
        innerEdges = List.copyOf(innerEdges);
        shares = List.copyOf(shares);
        if (shares.size() != innerEdges.size() + 1) {
            throw new IllegalArgumentException("there are " + shares.size() + " shares and " + innerEdges.size()
                    + " inner edges, but there must be one share more than edges");
        }
        for (int i = 0; i < innerEdges.size(); i++) {
            if (!Double.isFinite(innerEdges.get(i)) || (i > 0 && innerEdges.get(i) < innerEdges.get(i - 1))) {
                throw new IllegalArgumentException("the inner edges must be finite and ascend, but are " + innerEdges);
            }
        }
        double sum = missingShare + shares.stream().mapToDouble(share -> share).sum();
        if (!(missingShare >= 0
                && shares.stream().allMatch(share -> share >= 0)
                && Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the shares must not be negative and must sum to 1 with the missing share, but are " + shares
                            + " and " + missingShare);
        }
    }

    /// Compares two samples once. To compare many with one reference, [#fit] it first.
    ///
    /// @param reference the values that the bins are made from, in any order
    /// @param current the values to compare, in any order
    /// @param bins how many bins, 1 or more; usually 10
    /// @return the index, 0 or more
    /// @throws IllegalArgumentException where one of the samples is empty, or bins is below 1
    public static double of(double[] reference, double[] current, int bins) {
        return fit(reference, bins).against(current);
    }

    /// Cuts a reference into bins, to be kept and compared with later samples.
    ///
    /// @param reference the values, in any order
    /// @param bins how many bins, 1 or more; usually 10
    /// @return the reference's edges and shares
    /// @throws IllegalArgumentException where the reference is empty, or bins is below 1
    public static PopulationStabilityIndex fit(double[] reference, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + ", but must be 1 or more");
        }
        double[] finite = Arrays.stream(reference).filter(Double::isFinite).toArray();
        double[] inner =
                finite.length == 0 ? new double[0] : Arrays.copyOfRange(Quantiles.edges(finite, bins), 1, bins);
        List<Double> shares = Arrays.stream(shares(reference, inner, "reference values"))
                .boxed()
                .toList();
        return new PopulationStabilityIndex(
                Arrays.stream(inner).boxed().toList(), shares.subList(0, inner.length + 1), shares.getLast());
    }

    /// Compares a sample with the reference.
    ///
    /// @param current the values, in any order
    /// @return the index, 0 or more
    /// @throws IllegalArgumentException where the sample is empty
    public double against(double[] current) {
        double[] inner = innerEdges.stream().mapToDouble(edge -> edge).toArray();
        double[] currentShares = shares(current, inner, "current values");
        double sum = term(missingShare, currentShares[shares.size()]);
        for (int bin = 0; bin < shares.size(); bin++) {
            sum += term(shares.get(bin), currentShares[bin]);
        }
        return sum;
    }

    /// One bin's part of the sum.
    static double term(double referenceShare, double currentShare) {
        double r = Math.max(referenceShare, LEAST_SHARE);
        double c = Math.max(currentShare, LEAST_SHARE);
        return (c - r) * Math.log(c / r);
    }

    /// The share of each bin, and behind them that of the missing values.
    private static double[] shares(double[] values, double[] innerEdges, String name) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the " + name + " are empty; give at least one value");
        }
        int bins = innerEdges.length + 1;
        long[] counts = new long[bins + 1];
        for (double value : values) {
            counts[Double.isNaN(value) ? bins : bin(value, innerEdges)]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count / values.length)
                .toArray();
    }

    /// How many inner edges are at or below the value.
    private static int bin(double value, double[] innerEdges) {
        int low = 0;
        int high = innerEdges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (innerEdges[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
