package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import java.util.List;
import java.util.Optional;

/// Scores by sums of weighted features, in doubles, feature after feature.
///
/// @param model the weights
record LinearScorer(LinearModel model) implements Scorer {
    @Override
    public List<String> features() {
        return model.features();
    }

    @Override
    public int outputs() {
        return model.outputs();
    }

    @Override
    public Optional<Task> task() {
        return Optional.of(
                switch (model.kind()) {
                    case LOGISTIC -> Task.BINARY_CLASSIFICATION;
                    case MULTINOMIAL -> Task.MULTICLASS_CLASSIFICATION;
                    case LINEAR -> Task.REGRESSION;
                });
    }

    @Override
    public List<String> classes() {
        return model.kind() == LinearModel.Kind.MULTINOMIAL ? model.classes() : List.of();
    }

    /// @throws DataException where a value is missing: a linear model has no place for it
    @Override
    public double[] scores(Batch features) {
        int outputs = outputs();
        double[] scores = new double[features.rows() * outputs];
        for (int feature = 0; feature < model.features().size(); feature++) {
            String name = model.features().get(feature);
            double[] column = features.doubles(name);
            for (int output = 0; output < outputs; output++) {
                double weight = model.coefficients().get(output).get(feature);
                for (int row = 0; row < column.length; row++) {
                    scores[row * outputs + output] += weight * column[row];
                }
            }
            refuseMissing(name, column);
        }
        for (int row = 0; row < features.rows(); row++) {
            link(scores, row * outputs);
        }
        return scores;
    }

    private static void refuseMissing(String name, double[] column) {
        for (int row = 0; row < column.length; row++) {
            if (Double.isNaN(column[row])) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + name + "' has no value in row " + (row + 1)
                                + ", but a linear model needs one: impute it in the transforms");
            }
        }
    }

    private void link(double[] scores, int from) {
        int outputs = outputs();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < outputs; i++) {
            scores[from + i] += model.intercepts().get(i);
            greatest = Math.max(greatest, scores[from + i]);
        }
        switch (model.kind()) {
            case LINEAR -> {}
            case LOGISTIC -> scores[from] = 1 / (1 + Math.exp(-scores[from]));
            case MULTINOMIAL -> {
                double sum = 0;
                for (int i = 0; i < outputs; i++) {
                    scores[from + i] = Math.exp(scores[from + i] - greatest);
                    sum += scores[from + i];
                }
                for (int i = 0; i < outputs; i++) {
                    scores[from + i] /= sum;
                }
            }
        }
    }
}
