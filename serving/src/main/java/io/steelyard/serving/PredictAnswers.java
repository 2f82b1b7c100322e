package io.steelyard.serving;

import io.steelyard.models.ClassPrediction;
import io.steelyard.models.Signature;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// What a model's scores of some rows say, as it is answered and as it is logged.
///
/// @param classes the names of a multi-class model's classes in order; none where a prediction is a number of itself
/// @param scores one a row: the score, and of a multi-class model the probability of the class predicted
/// @param predictions one a row: the value, the class 0 or 1, or the place of the class among `classes`
/// @param confidences one a row: the probability of the class predicted; 0 for a regression
record PredictAnswers(List<String> classes, double[] scores, double[] predictions, double[] confidences) {
    static PredictAnswers of(Signature signature, double[] scores) {
        int rows = scores.length / signature.outputs();
        double[] predictions = new double[rows];
        double[] confidences = new double[rows];
        return switch (signature.task()) {
            case BINARY_CLASSIFICATION -> {
                classify(signature, scores, predictions, confidences);
                yield new PredictAnswers(List.of(), scores, predictions, confidences);
            }
            case MULTICLASS_CLASSIFICATION -> {
                classify(signature, scores, predictions, confidences);
                yield new PredictAnswers(signature.classes(), confidences, predictions, confidences);
            }
            case REGRESSION -> new PredictAnswers(List.of(), scores, scores, confidences);
        };
    }

    private static void classify(Signature signature, double[] scores, double[] predictions, double[] confidences) {
        for (int row = 0; row < predictions.length; row++) {
            ClassPrediction prediction = ClassPrediction.of(signature, scores, row);
            predictions[row] = prediction.label();
            confidences[row] = prediction.confidence();
        }
    }

    /// Writes the fields `prediction` and `confidence`; a class of a multi-class model is written as a number where its
    /// name is one, else as a string.
    void write(JsonGenerator json, int row) {
        if (classes.isEmpty()) {
            json.writeNumberProperty("prediction", predictions[row]);
        } else {
            String name = classes.get((int) predictions[row]);
            if (JsonNumbers.isNumber(name)) {
                json.writeName("prediction");
                json.writeNumber(name);
            } else {
                json.writeStringProperty("prediction", name);
            }
        }
        json.writeNumberProperty("confidence", confidences[row]);
    }
}
