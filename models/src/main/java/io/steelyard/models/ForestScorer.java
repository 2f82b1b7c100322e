package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.forest.Forest;
import java.util.List;
import java.util.Optional;

/// Scores by an ensemble of trees over rows of floats.
///
/// @param forest the trees
record ForestScorer(Forest forest) implements Scorer {
    @Override
    public List<String> features() {
        return forest.featureNames();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public Optional<Task> task() {
        return Optional.of(
                switch (forest.link()) {
                    case LOGISTIC -> Task.BINARY_CLASSIFICATION;
                    case IDENTITY -> Task.REGRESSION;
                });
    }

    @Override
    public double[] scores(Batch features) {
        List<String> names = features().isEmpty() ? features.schema().names() : features();
        float[] scores = forest.scores(FloatRows.of(features, names));
        double[] wide = new double[scores.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = scores[i];
        }
        return wide;
    }
}
