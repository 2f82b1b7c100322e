package io.steelyard.learner.djl;

import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.Arrays;

/// What makes numbers of mean 0 and deviation 1 of a training set's columns, or of its labels.
///
/// @param means one a column
/// @param scales one a column; 1 for a constant one
record Standard(float[] means, float[] scales) {
    static Standard ofFeatures(TrainingSet set) {
        return of(set.values(), set.features().size());
    }

    static Standard ofLabels(TrainingSet set) {
        return of(set.labels(), 1);
    }

    /// Of labels that are classes: they stay as they are.
    static Standard ofClasses() {
        return new Standard(new float[] {0}, new float[] {1});
    }

    private static Standard of(float[] values, int width) {
        int rows = values.length / width;
        double[] means = new double[width];
        double[] squares = new double[width];
        for (int i = 0; i < values.length; i++) {
            means[i % width] += (double) values[i] / rows;
        }
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - means[i % width];
            squares[i % width] += off * off / rows;
        }
        float[] middle = new float[width];
        float[] scales = new float[width];
        Arrays.fill(scales, 1);
        for (int i = 0; i < width; i++) {
            middle[i] = (float) means[i];
            double deviation = Math.sqrt(squares[i]);
            if (deviation > 1e-6 * Math.abs(means[i]) && (float) deviation > 0) {
                scales[i] = (float) deviation;
            }
        }
        return new Standard(middle, scales);
    }

    float[] applied(float[] values) {
        float[] standard = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int column = i % means.length;
            standard[i] = (values[i] - means[column]) / scales[column];
        }
        return standard;
    }

    /// @throws TrainingException where a value is missing
    static void complete(String which, TrainingSet set) {
        int width = set.features().size();
        for (int i = 0; i < set.values().length; i++) {
            if (Float.isNaN(set.values()[i])) {
                throw new TrainingException("the feature '" + set.features().get(i % width) + "' is missing (NaN) in row "
                        + i / width + " of the " + which
                        + " set, but a network takes numbers only: put a transform that imputes before it, or leave the"
                        + " rows out");
            }
        }
    }
}
