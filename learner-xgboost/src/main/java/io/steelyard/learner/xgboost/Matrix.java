package io.steelyard.learner.xgboost;

import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Rows in XGBoost's own memory, until closed.
///
/// @param rows the rows
record Matrix(DMatrix rows) implements AutoCloseable {
    static Matrix of(String which, TrainingSet set) throws XGBoostError {
        finite(which, set);
        Matrix matrix =
                new Matrix(new DMatrix(set.values(), set.rows(), set.features().size(), Float.NaN));
        try {
            matrix.rows.setLabel(set.labels());
            matrix.rows.setFeatureNames(set.features().toArray(String[]::new));
            return matrix;
        } catch (XGBoostError | RuntimeException e) {
            matrix.close();
            throw e;
        }
    }

    private static void finite(String which, TrainingSet set) {
        int features = set.features().size();
        for (int i = 0; i < set.values().length; i++) {
            if (Float.isInfinite(set.values()[i])) {
                throw new TrainingException("the feature '" + set.features().get(i % features) + "' is "
                        + set.values()[i] + " in row " + i / features + " of the " + which
                        + " set, but XGBoost learns from finite numbers; NaN stands for a missing one");
            }
        }
    }

    @Override
    public void close() {
        rows.dispose();
    }
}
