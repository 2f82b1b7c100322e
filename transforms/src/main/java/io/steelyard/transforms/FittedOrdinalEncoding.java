package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import org.jspecify.annotations.Nullable;

/// An [OrdinalEncoding] with its categories.
///
/// @param column the text column, which is replaced
/// @param categories the texts seen in training
/// @param unseen what becomes of other texts
public record FittedOrdinalEncoding(String column, Categories categories, OrdinalEncoding.Unseen unseen)
        implements FittedTransform {
    /// @throws DataException of kind [DataException.Kind#WRONG_TYPE] also where a text is unseen and must not be
    @Override
    public Batch apply(Batch rows) {
        @Nullable String[] texts = rows.strings(column).values();
        double[] codes = new double[texts.length];
        for (int row = 0; row < texts.length; row++) {
            String text = texts[row];
            codes[row] = text == null ? Double.NaN : code(text);
        }
        return rows.with(column, new DoubleColumn(codes));
    }

    private double code(String text) {
        int code = categories.code(text);
        if (code >= 0) {
            return code;
        }
        return switch (unseen) {
            case MISSING -> Double.NaN;
            case ERROR ->
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + column + "' holds '" + text
                                + "', which was not among the training rows; they held " + categories);
        };
    }
}
