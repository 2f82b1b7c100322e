package io.steelyard.evaluation;

/// The expected calibration error of the most likely class: over 10 bins of equal width of its probability, the mean of
/// |mean probability − share of rows where it came true|, each bin weighing as many as it has rows. From 0, best, to 1.
///
/// Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017. For two classes it differs from
/// [ExpectedCalibrationError], which looks at the probability of class 1.
public record MulticlassCalibrationError() implements MulticlassMetric {
    @Override
    public String name() {
        return "calibration_error";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        double[] right = new double[rows.size()];
        double[] confidence = new double[rows.size()];
        for (int row = 0; row < right.length; row++) {
            int predicted = rows.predicted(row);
            right[row] = predicted == rows.labels()[row] ? 1 : 0;
            confidence[row] = rows.scores()[row * rows.classes().size() + predicted];
        }
        BinaryRows confidences = new BinaryRows(right, confidence, rows.weights());
        return CalibrationCurve.of(confidences, ExpectedCalibrationError.BINS).expectedError();
    }
}
