package io.steelyard.forest;

/// Room for the evaluation of predicates, used again from block to block by one thread.
final class PredicateScratch {
    final float[] floats = new float[Long.SIZE];
    final double[] doubles = new double[Long.SIZE];
    final long[] less;

    /// @param cuts the most thresholds that a feature has
    PredicateScratch(int cuts) {
        less = new long[cuts + 1];
    }
}
