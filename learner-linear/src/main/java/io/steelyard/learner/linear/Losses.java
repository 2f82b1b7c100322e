package io.steelyard.learner.linear;

import io.steelyard.training.TrainingSet;

/// The losses of a model on rows, by their weights.
///
/// @param model the model
record Losses(LinearModel model) {
    /// @return the log loss for classes, the root of the mean squared error for values
    double on(TrainingSet set) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < set.rows(); row++) {
            double[] margins = model.margins(set.values(), row);
            double label = set.labels()[row];
            double weight = set.weight(row);
            total += weight;
            sum += weight
                    * switch (model.kind()) {
                        case LOGISTIC -> logistic(margins[0], label);
                        case MULTINOMIAL -> logSum(margins, 0, margins.length) - margins[(int) label];
                        case LINEAR -> (margins[0] - label) * (margins[0] - label);
                    };
        }
        return switch (model.kind()) {
            case LOGISTIC, MULTINOMIAL -> sum / total;
            case LINEAR -> Math.sqrt(sum / total);
        };
    }

    /// `−log p` of the label, 0 or 1, where `p` is its probability under a margin.
    static double logistic(double margin, double label) {
        double signed = label > 0 ? margin : -margin;
        return Math.max(-signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)));
    }

    /// The logarithm of the sum of the margins' exponentials.
    static double logSum(double[] margins, int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, margins[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.exp(margins[i] - greatest);
        }
        return greatest + Math.log(sum);
    }
}
