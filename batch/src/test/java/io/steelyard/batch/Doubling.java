package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;

/// The model that answers twice the column `x`.
final class Doubling implements Predictor {
    @Override
    public Signature signature() {
        return new Signature(Schema.of(new Field("x", ColumnType.DOUBLE)), Task.REGRESSION);
    }

    @Override
    public double[] score(Batch rows) {
        double[] scores = rows.doubles("x").clone();
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= 2;
        }
        return scores;
    }
}
