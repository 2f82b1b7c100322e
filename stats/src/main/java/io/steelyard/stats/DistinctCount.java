package io.steelyard.stats;

import org.apache.datasketches.theta.UpdatableThetaSketch;

/// How many different values there are, in bounded memory: a theta sketch of 16,384 nominal entries
/// ([theory](https://datasketches.apache.org/docs/Theta/ThetaSketches.html)), up to 256 KB.
///
/// Exact up to about 30,000 different values, but for the chance of two with equal 64-bit hashes; above that with a relative
/// standard error of 0.8 %. The same values give the same count, whatever their order, in every process. -0.0 and 0.0 are
/// one value. Not for several threads.
public final class DistinctCount {
    private static final int NOMINAL_ENTRIES = 1 << 14;
    private static final int TWO_DEVIATIONS = 2;

    private final UpdatableThetaSketch sketch = UpdatableThetaSketch.builder()
            .setNominalEntries(NOMINAL_ENTRIES)
            .build();
    private boolean empty;

    /// A count of no values.
    public DistinctCount() {}

    /// Adds a value.
    ///
    /// @param value any integer
    public void add(long value) {
        sketch.update(value);
    }

    /// Adds a value.
    ///
    /// @param value any number; all NaN are one value
    public void add(double value) {
        sketch.update(value);
    }

    /// Adds a value.
    ///
    /// @param value any text, the empty one too
    public void add(String value) {
        // The sketch passes over the empty text.
        empty |= value.isEmpty();
        sketch.update(value);
    }

    /// How many different values were added.
    ///
    /// @return the count, or its estimate
    public long estimate() {
        return Math.round(sketch.getEstimate()) + (empty ? 1 : 0);
    }

    /// Whether the count is exact.
    ///
    /// @return false where it is an estimate
    public boolean isExact() {
        return !sketch.isEstimationMode();
    }

    /// How far the estimate may be off.
    ///
    /// @return half of the interval that holds the count with a probability of 95 %, as a share of the estimate; 0 where
    ///     it is exact
    public double relativeError() {
        if (isExact()) {
            return 0;
        }
        return (sketch.getUpperBound(TWO_DEVIATIONS) - sketch.getLowerBound(TWO_DEVIATIONS))
                / TWO_DEVIATIONS
                / sketch.getEstimate();
    }
}
