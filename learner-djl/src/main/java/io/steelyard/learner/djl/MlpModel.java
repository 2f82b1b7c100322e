package io.steelyard.learner.djl;

import io.steelyard.models.Task;
import java.util.List;

/// A multi-layer perceptron: each value less its mean and over its scale; then layer after layer `weights · values + biases`,
/// with all but the last layer's negative results put to 0.
///
/// @param task what becomes of the last layer: the logistic function of its one number, the softmax of its numbers, or the
///     number times the target's scale and plus its mean
/// @param features the columns' names in order
/// @param means what is taken from each column
/// @param scales what each column is then divided by
/// @param layers the layers, at least one
/// @param targetMean the mean of a regression's labels; 0 for classes
/// @param targetScale their deviation; 1 for classes
record MlpModel(
        Task task,
        List<String> features,
        float[] means,
        float[] scales,
        List<Layer> layers,
        float targetMean,
        float targetScale) {
    /// A layer.
    ///
    /// @param weights a row an output, each with a number an input
    /// @param biases one an output
    record Layer(float[][] weights, float[] biases) {}

    MlpModel {
        features = List.copyOf(features);
        layers = List.copyOf(layers);
        int width = features.size();
        if (width == 0 || layers.isEmpty() || means.length != width || scales.length != width) {
            throw new IllegalArgumentException("it has " + width + " features, " + means.length + " means, " + scales.length
                    + " scales and " + layers.size() + " layers");
        }
        for (Layer layer : layers) {
            if (layer.biases.length == 0 || layer.weights.length != layer.biases.length) {
                throw new IllegalArgumentException("a layer has " + layer.weights.length + " rows of weights and "
                        + layer.biases.length + " biases");
            }
            for (float[] row : layer.weights) {
                if (row.length != width) {
                    throw new IllegalArgumentException(
                            "a layer has " + row.length + " weights for " + width + " inputs");
                }
            }
            width = layer.biases.length;
        }
        boolean fits =
                switch (task) {
                    case BINARY_CLASSIFICATION, REGRESSION -> width == 1;
                    case MULTICLASS_CLASSIFICATION -> width >= 2;
                };
        if (!fits) {
            throw new IllegalArgumentException("its last layer has " + width + " numbers for " + task.spelling());
        }
    }

    int outputs() {
        return layers.getLast().biases.length;
    }

    /// Scores a row.
    ///
    /// @param row a number a feature
    /// @return a number an output
    double[] scores(double[] row) {
        double[] values = new double[row.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (row[i] - means[i]) / scales[i];
        }
        for (int i = 0; i < layers.size(); i++) {
            values = through(layers.get(i), values, i + 1 < layers.size());
        }
        switch (task) {
            case BINARY_CLASSIFICATION -> values[0] = 1 / (1 + Math.exp(-values[0]));
            case MULTICLASS_CLASSIFICATION -> softmax(values);
            case REGRESSION -> values[0] = values[0] * targetScale + targetMean;
        }
        return values;
    }

    private static double[] through(Layer layer, double[] values, boolean rectified) {
        double[] results = new double[layer.biases.length];
        for (int output = 0; output < results.length; output++) {
            float[] weights = layer.weights[output];
            double sum = layer.biases[output];
            for (int input = 0; input < values.length; input++) {
                sum += weights[input] * values[input];
            }
            results[output] = rectified ? Math.max(sum, 0) : sum;
        }
        return results;
    }

    private static void softmax(double[] values) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(values[i] - greatest);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }
}
