package io.steelyard.serving;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;

/// A model of few words: the later the hour, the likelier the delay; without an hour it says its base.
///
/// @param signature what it takes
/// @param base the score where the hour is missing
record Flights(Signature signature, double base) implements Predictor {
    static final Schema COLUMNS = Schema.of(
            new Field("carrier", ColumnType.STRING),
            new Field("hour", ColumnType.DOUBLE),
            new Field("seats", ColumnType.LONG),
            new Field("holiday", ColumnType.BOOLEAN),
            new Field("scheduled", ColumnType.TIMESTAMP));

    static Flights classifier(double base) {
        return new Flights(new Signature(COLUMNS, Task.BINARY_CLASSIFICATION), base);
    }

    static Flights regression() {
        return new Flights(new Signature(COLUMNS, Task.REGRESSION), -12.5);
    }

    @Override
    public double[] score(Batch rows) {
        double[] hours = rows.doubles("hour");
        double[] scores = new double[hours.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Double.isNaN(hours[row]) ? base : hours[row] / 24;
        }
        return scores;
    }
}
