package io.steelyard.learner.linear;

import io.steelyard.training.TrainingException;

/// Elastic net: the least of `(1 / 2n) Σ weight · residual² + alpha · l1Ratio · ‖w‖₁ + ½ · alpha · (1 − l1Ratio) · ‖w‖²`, the
/// weights scaled to the sum `n`, found one coefficient after another on what the rows' triangle knows of them.
///
/// @param alpha the penalty, at least 0
/// @param l1Ratio how much of it is on the sizes, from 0 to 1; the rest is on the squares
record CoordinateDescent(double alpha, double l1Ratio) {
    private static final int MOST_SWEEPS = 200_000;
    /// Of the labels' deviation: a sweep that changes no prediction by more is the last one.
    private static final double TOLERANCE = 1e-13;

    double[] coefficients(Triangle triangle) {
        int width = triangle.r().numCols;
        double[][] gram = new double[width][width];
        double[] left = new double[width];
        double deviation = 0;
        for (int row = 0; row < triangle.z().length; row++) {
            double z = triangle.z()[row];
            deviation += z * z / triangle.weight();
            for (int i = 0; i < width; i++) {
                double value = triangle.r().get(row, i) / triangle.weight();
                left[i] += value * z;
                for (int j = 0; j < width; j++) {
                    gram[i][j] += value * triangle.r().get(row, j);
                }
            }
        }
        double enough = TOLERANCE * Math.sqrt(deviation);
        double[] coefficients = new double[width];
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (sweep(gram, left, coefficients) <= enough) {
                return coefficients;
            }
        }
        throw new TrainingException("the coefficients still move after " + MOST_SWEEPS
                + " sweeps: the features say nearly the same of each other; choose a greater 'alpha' (now " + alpha
                + "), a smaller 'l1_ratio', or leave features out");
    }

    /// @param left what the labels leave to explain, feature by feature; kept up to date
    /// @return the greatest change, as a deviation of the predictions
    private double sweep(double[][] gram, double[] left, double[] coefficients) {
        double greatest = 0;
        for (int i = 0; i < coefficients.length; i++) {
            double self = gram[i][i];
            double bend = self + alpha * (1 - l1Ratio);
            if (bend == 0) {
                continue;
            }
            double pull = left[i] + self * coefficients[i];
            double beyond = Math.abs(pull) - alpha * l1Ratio;
            double next = beyond <= 0 ? 0 : Math.copySign(beyond, pull) / bend;
            double change = next - coefficients[i];
            if (change != 0) {
                coefficients[i] = next;
                for (int j = 0; j < left.length; j++) {
                    left[j] -= gram[i][j] * change;
                }
                greatest = Math.max(greatest, Math.abs(change) * Math.sqrt(self));
            }
        }
        return greatest;
    }
}
