package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;

/// A [MissingIndicator] that was found to fit: adds `<column>_missing`, true where the column, of any type, has no value.
///
/// @param column the column
public record FittedMissingIndicator(String column) implements FittedTransform {
    static final String ENDING = "_missing";

    public FittedMissingIndicator {
        Stored.present("column", column);
    }

    @Override
    public Batch transform(Batch rows) {
        Column values = rows.column(column);
        boolean[] missing = new boolean[values.size()];
        Chunks.forEach(missing.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                missing[row] = values.isMissing(row);
            }
        });
        return rows.with(column + ENDING, new BooleanColumn(missing));
    }
}
