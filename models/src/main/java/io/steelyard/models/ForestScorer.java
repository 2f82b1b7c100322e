package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.forest.Forest;
import io.steelyard.forest.Link;
import io.steelyard.forest.Rows;
import java.util.List;
import java.util.Optional;

/// Scores by an ensemble of trees: XGBoost's compare values rounded to floats, LightGBM's doubles.
///
/// @param forest the trees
record ForestScorer(Forest forest) implements Scorer {
    @Override
    public List<String> features() {
        return forest.featureNames();
    }

    @Override
    public int outputs() {
        return forest.outputs();
    }

    /// Two classes are told by a probability or by 0 and 1; a classifier that answers margins answers values.
    @Override
    public Optional<Task> task() {
        if (!forest.isClassifier()) {
            return Optional.of(Task.REGRESSION);
        }
        if (forest.outputs() > 1) {
            return Optional.of(Task.MULTICLASS_CLASSIFICATION);
        }
        boolean share = forest.link() == Link.LOGISTIC || forest.link() == Link.STEP;
        return Optional.of(share ? Task.BINARY_CLASSIFICATION : Task.REGRESSION);
    }

    @Override
    public List<String> classes() {
        return forest.outputs() > 1 ? forest.classNames() : List.of();
    }

    @Override
    public double[] scores(Batch features) {
        List<String> names = features().isEmpty() ? features.schema().names() : features();
        double[][] columns = new double[names.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = features.doubles(names.get(i));
        }
        return forest.scores(Rows.ofColumns(columns));
    }
}
