package io.steelyard.transforms;

/// What may be divided by.
final class Scales {
    private static final double EPSILON = Math.ulp(1.0);

    private Scales() {}

    /// A scale, or 1 where it is 0 but for rounding: below 10 · 2⁻⁵², as scikit-learn's `_handle_zeros_in_scale`.
    static double orOne(double scale) {
        return scale < 10 * EPSILON ? 1 : scale;
    }
}
