package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;
import java.util.List;
import java.util.function.DoubleFunction;

/// A model whose scores are a function of the column `x`.
///
/// @param signature what it says of itself
/// @param scores the scores of a value
record Answering(Signature signature, DoubleFunction<double[]> scores) implements Predictor {
    private static final Schema X = Schema.of(new Field("x", ColumnType.DOUBLE));

    static Answering binary(DoubleFunction<double[]> scores) {
        return new Answering(new Signature(X, Task.BINARY_CLASSIFICATION), scores);
    }

    static Answering multiclass(List<String> classes, DoubleFunction<double[]> scores) {
        return new Answering(new Signature(X, Task.MULTICLASS_CLASSIFICATION, classes), scores);
    }

    static Answering value(DoubleFunction<double[]> scores) {
        return new Answering(new Signature(X, Task.REGRESSION), scores);
    }

    @Override
    public double[] score(Batch rows) {
        double[] x = rows.doubles("x");
        double[] all = new double[x.length * signature.outputs()];
        for (int row = 0; row < x.length; row++) {
            System.arraycopy(scores.apply(x[row]), 0, all, row * signature.outputs(), signature.outputs());
        }
        return all;
    }
}
