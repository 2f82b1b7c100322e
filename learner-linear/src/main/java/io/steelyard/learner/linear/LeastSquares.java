package io.steelyard.learner.linear;

import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A regression by least squares of some penalty.
///
/// @param learner the learner's name, for messages
/// @param intercept whether there is one; it is never penalised
/// @param solver the coefficients of what is known of the rows
record LeastSquares(String learner, boolean intercept, Function<Triangle, double[]> solver) {
    LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            RoundListener listener) {
        switch (options.task()) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
                throw new TrainingException("the learner '" + learner + "' learns values, not "
                        + options.task().spelling() + ": choose 'logistic-regression', or the task "
                        + Task.REGRESSION.spelling());
            case REGRESSION -> {}
        }
        Design.complete("training", training);
        Design design = Design.centred(training, intercept);
        double mean = intercept ? mean(design, training.labels()) : 0;
        double[] coefficients = solver.apply(Triangle.of(design, training.labels(), mean));
        double end = mean;
        for (int feature = 0; feature < coefficients.length; feature++) {
            end -= coefficients[feature] * design.mean(feature);
        }
        LinearModel model = new LinearModel(
                LinearModel.Kind.LINEAR, training.features(), new double[][] {coefficients}, new double[] {end});
        return learned(model, training, validation, listener);
    }

    /// Tells of a model, and hands it over.
    static LearnedModel learned(
            LinearModel model, TrainingSet training, @Nullable TrainingSet validation, RoundListener listener) {
        finite(model, training.features());
        Losses losses = new Losses(model);
        double watched = Double.NaN;
        if (validation != null) {
            Design.complete("validation", validation);
            watched = losses.on(validation);
        }
        listener.onRound(0, losses.on(training), watched);
        return new LearnedModel(model.file(), 0, 1);
    }

    private static void finite(LinearModel model, List<String> features) {
        for (double[] coefficients : model.coefficients()) {
            for (int feature = 0; feature < coefficients.length; feature++) {
                if (!Double.isFinite(coefficients[feature])) {
                    throw new TrainingException("the coefficient of the feature '" + features.get(feature) + "' becomes "
                            + coefficients[feature] + ": its values are too large or too small, scale them");
                }
            }
        }
    }

    private static double mean(Design design, float[] labels) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += design.weight(row) * labels[row];
            total += design.weight(row);
        }
        return sum / total;
    }
}
