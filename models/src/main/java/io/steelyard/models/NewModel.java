package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.transforms.FittedPipeline;
import java.util.stream.IntStream;

/// What a model folder is written from.
///
/// @param signature what the model takes, before the transforms, and what it answers
/// @param transforms what makes the columns that the model learned from of those that it takes
/// @param file the model, which names its features
/// @param inputExample a few rows with the signature's columns, for people to look at; a row that lacks an integer or a
/// boolean is left
///     out, as pandas could not read it back as such
/// @param origin where the model comes from
public record NewModel(
        Signature signature, FittedPipeline transforms, ModelFile file, Batch inputExample, ModelOrigin origin) {
    public NewModel {
        Batch columns = inputExample.select(signature.inputs().names());
        inputExample = columns.take(IntStream.range(0, columns.rows())
                .filter(row -> columns.columns().stream().allMatch(column -> inPandas(column, row)))
                .toArray());
    }

    private static boolean inPandas(Column column, int row) {
        return switch (column.type()) {
            case LONG, BOOLEAN -> !column.isMissing(row);
            case DOUBLE, STRING, TIMESTAMP -> true;
        };
    }
}
