package io.steelyard.evaluation;

/// The expected calibration error over 10 bins of equal width: the mean of |mean score − share of label 1| over the
/// bins, each weighing as many as it has rows. From 0, best, to 1. Defined for one label alone too.
///
/// Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015. scikit-learn
/// has no such number; the bins are those of its `calibration_curve`.
public record ExpectedCalibrationError() implements BinaryMetric {
    static final int BINS = 10;

    @Override
    public String name() {
        return "calibration_error";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return CalibrationCurve.of(rows, BINS).expectedError();
    }
}
