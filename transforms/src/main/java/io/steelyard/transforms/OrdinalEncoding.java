package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Replaces text by the number of its category: the categories of the training rows in the order of their UTF-16 units,
/// numbered from 0. Missing text becomes a missing number.
///
/// @param column the text column
/// @param unseen what becomes of text that the training rows did not have
public record OrdinalEncoding(String column, Unseen unseen) implements Transform {
    /// What becomes of text that the training rows did not have.
    public enum Unseen {
        /// It becomes a missing number.
        MISSING,
        /// It is an error that names the text.
        ERROR
    }

    @Override
    public FittedOrdinal fit(Batch training) {
        TreeSet<String> categories = new TreeSet<>();
        for (@Nullable String value : training.strings(column).values()) {
            if (value != null) {
                categories.add(value);
            }
        }
        if (categories.isEmpty()) {
            throw new DataException(
                    DataException.Kind.EMPTY, "column '" + column + "' has no value to learn categories from");
        }
        return new FittedOrdinal(column, categories.stream().toList(), unseen);
    }
}
