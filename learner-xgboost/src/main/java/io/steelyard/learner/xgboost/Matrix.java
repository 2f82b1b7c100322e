package io.steelyard.learner.xgboost;

import io.steelyard.training.TrainingSet;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Rows in XGBoost's own memory, until closed.
///
/// @param rows the rows
record Matrix(DMatrix rows) implements AutoCloseable {
    static Matrix of(TrainingSet set) throws XGBoostError {
        Matrix matrix =
                new Matrix(new DMatrix(set.values(), set.rows(), set.features().size(), Float.NaN));
        try {
            matrix.rows.setLabel(set.labels());
            float[] weights = set.weights();
            if (weights != null) {
                matrix.rows.setWeight(weights);
            }
            matrix.rows.setFeatureNames(set.features().toArray(String[]::new));
            return matrix;
        } catch (XGBoostError | RuntimeException e) {
            matrix.close();
            throw e;
        }
    }

    @Override
    public void close() {
        rows.dispose();
    }
}
