package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.transforms.FittedPipeline;
import java.util.List;

/// Scores rows by transforms and a loaded model.
///
/// @param signature what comes in
/// @param transforms what makes features of it
/// @param features the features' names in the model's order
/// @param scorer what scores them
record ScoringPredictor(Signature signature, FittedPipeline transforms, List<String> features, Scorer scorer)
        implements Predictor {
    @Override
    public double[] score(Batch rows) {
        return scorer.scores(
                transforms.transform(SignatureCheck.inputs(signature, rows)).select(features));
    }
}
