package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.StringColumn;
import org.jspecify.annotations.Nullable;

/// An [Imputation] of text that knows its value: replaces the column, null by the value.
///
/// @param column the text column, which is replaced
/// @param value what stands for a missing value
public record FittedTextImputation(String column, String value) implements FittedTransform {
    public FittedTextImputation {
        Stored.present("column", column);
        Stored.present("value", value);
    }

    @Override
    public Batch transform(Batch rows) {
        @Nullable String[] values = rows.strings(column).values();
        @Nullable String[] filled = new @Nullable String[values.length];
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                String x = values[row];
                filled[row] = x == null ? value : x;
            }
        });
        return rows.with(column, new StringColumn(filled));
    }
}
