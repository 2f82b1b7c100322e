package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Text into numbers: replaces a text column by the number of its category, from 0 in sorted order. Missing text stays
/// missing. As scikit-learn's `OrdinalEncoder` with `encoded_missing_value=nan`; [Unseen#MISSING] is its
/// `handle_unknown="use_encoded_value", unknown_value=nan`.
///
/// @param column the text column
/// @param unseen what becomes of text that was not among the training rows
public record OrdinalEncoding(String column, Unseen unseen) implements Transform {
    /// What becomes of text that was not among the training rows.
    public enum Unseen {
        /// It becomes missing.
        MISSING,
        /// It is an error that names it.
        ERROR
    }

    /// Finds the categories.
    ///
    /// @param training the training rows
    /// @return the step with its categories
    /// @throws DataException where the column is missing, not text, or has no value
    @Override
    public FittedOrdinalEncoding fit(Batch training) {
        Set<String> seen = new HashSet<>();
        for (@Nullable String value : training.strings(column).values()) {
            if (value != null) {
                seen.add(value);
            }
        }
        if (seen.isEmpty()) {
            throw new DataException(
                    DataException.Kind.EMPTY,
                    "column '" + column + "' has no value to learn from: all " + training.rows() + " rows are missing");
        }
        List<String> texts = new ArrayList<>(seen);
        return new FittedOrdinalEncoding(column, Categories.of(texts), unseen);
    }
}
