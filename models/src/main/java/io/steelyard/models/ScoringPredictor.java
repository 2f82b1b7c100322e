package io.steelyard.models;

import io.steelyard.data.Batch;
import java.util.List;
import java.util.function.UnaryOperator;

/// Scores rows by transforms and a loaded model.
///
/// @param signature what comes in
/// @param transforms what makes features of it
/// @param features the features' names in the model's order
/// @param scorer what scores them
record ScoringPredictor(Signature signature, UnaryOperator<Batch> transforms, List<String> features, Scorer scorer)
        implements Predictor {
    @Override
    public double[] score(Batch rows) {
        return scorer.scores(
                transforms.apply(SignatureCheck.inputs(signature, rows)).select(features));
    }
}
