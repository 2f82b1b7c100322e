package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/// The values that a categorical column has, in the order of their codes from 0. Stored as a plain list of texts or
/// numbers.
public sealed interface Categories permits TextCategories, NumberCategories {
    /// Categories of a list.
    ///
    /// @param values texts only or numbers only, each once; may be empty
    /// @return the categories
    /// @throws IllegalArgumentException where a value is neither, kinds are mixed, or a value stands twice
    @JsonCreator
    static Categories of(List<?> values) {
        if (values.stream().allMatch(String.class::isInstance)) {
            return new TextCategories(values.stream().map(String.class::cast).toList());
        }
        if (values.stream().allMatch(Number.class::isInstance)) {
            return new NumberCategories(
                    values.stream().map(value -> ((Number) value).doubleValue()).toList());
        }
        throw new IllegalArgumentException("categories must be all text or all numbers, not " + values);
    }

    /// How many there are.
    ///
    /// @return the number of categories
    int size();

    /// A category as it stands in names of columns and in messages: text as it is, a whole number without a point.
    ///
    /// @param code from 0
    /// @return its name
    String name(int code);
}
