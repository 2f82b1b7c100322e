package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import java.util.ArrayList;
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
        return scorer.scores(transforms.apply(inputs(rows)).select(features));
    }

    /// The signature's columns; an integer column may stand where the signature wants floating point.
    private Batch inputs(Batch rows) {
        List<Column> columns = new ArrayList<>();
        for (Field field : signature.inputs().fields()) {
            Column column = rows.column(field.name());
            if (field.type() == ColumnType.DOUBLE && column.type() == ColumnType.LONG) {
                column = new DoubleColumn(rows.doubles(field.name()));
            } else if (field.type() != column.type()) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + field.name() + "' is of type "
                                + column.type().spelling() + ", but the model takes "
                                + field.type().spelling());
            }
            columns.add(column);
        }
        return new Batch(signature.inputs(), columns);
    }
}
