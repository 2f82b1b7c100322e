package io.steelyard.learner.linear;

import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import org.ejml.data.DMatrixRMaj;

/// The rows as a solver sees them: each column less its mean and over its scale, and a last column of ones where there is
/// an intercept. Made piece by piece, so that no second copy of the rows is held.
final class Design {
    private final float[] values;
    private final int rows;
    private final int features;
    private final boolean intercept;
    private final double[] weights;
    private final double[] means;
    private final double[] scales;

    private Design(TrainingSet set, boolean intercept, double[] weights) {
        this.values = set.values();
        this.rows = set.rows();
        this.features = set.features().size();
        this.intercept = intercept;
        this.weights = weights;
        this.means = new double[features];
        this.scales = new double[features];
    }

    /// Columns less their means (where there is an intercept), unscaled.
    static Design centred(TrainingSet set, boolean intercept) {
        Design design = new Design(set, intercept, weights(set));
        design.measure();
        java.util.Arrays.fill(design.scales, 1);
        return design;
    }

    /// Columns less their means (where there is an intercept), over their deviations; a constant one is not scaled.
    static Design standardised(TrainingSet set, boolean intercept, double[] weights) {
        Design design = new Design(set, intercept, weights);
        design.measure();
        return design;
    }

    static double[] weights(TrainingSet set) {
        double[] weights = new double[set.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = set.weight(row);
        }
        return weights;
    }

    /// @throws TrainingException where a value is missing
    static void complete(String which, TrainingSet set) {
        int width = set.features().size();
        for (int i = 0; i < set.values().length; i++) {
            if (Float.isNaN(set.values()[i])) {
                throw new TrainingException("the feature '" + set.features().get(i % width) + "' is missing (NaN) in row "
                        + i / width + " of the " + which
                        + " set, but a linear model takes numbers only: put a transform that imputes before it, or leave"
                        + " the rows out");
            }
        }
    }

    private void measure() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] squares = new double[features];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                means[feature] += weights[row] / total * values[row * features + feature];
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                double off = values[row * features + feature] - means[feature];
                squares[feature] += weights[row] / total * off * off;
            }
        }
        for (int feature = 0; feature < features; feature++) {
            double deviation = Math.sqrt(squares[feature]);
            boolean constant = deviation <= 1e-14 * Math.abs(means[feature]);
            scales[feature] = constant ? 1 : deviation;
            if (!intercept) {
                scales[feature] = constant && means[feature] != 0 ? Math.abs(means[feature]) : scales[feature];
                means[feature] = 0;
            }
        }
    }

    int rows() {
        return rows;
    }

    int features() {
        return features;
    }

    boolean intercept() {
        return intercept;
    }

    /// How many columns a piece has.
    int width() {
        return intercept ? features + 1 : features;
    }

    double weight(int row) {
        return weights[row];
    }

    double mean(int feature) {
        return means[feature];
    }

    double scale(int feature) {
        return scales[feature];
    }

    /// A value less its mean and over its scale.
    double value(int row, int feature) {
        return (values[row * features + feature] - means[feature]) / scales[feature];
    }

    /// Some rows, one after another.
    ///
    /// @param piece where they go; it is given the right shape
    void piece(int from, int to, DMatrixRMaj piece) {
        int width = width();
        piece.reshape(to - from, width);
        for (int row = from; row < to; row++) {
            int start = (row - from) * width;
            for (int feature = 0; feature < features; feature++) {
                piece.data[start + feature] = value(row, feature);
            }
            if (intercept) {
                piece.data[start + features] = 1;
            }
        }
    }
}
