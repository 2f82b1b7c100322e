package io.steelyard.tracking.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity as a filter and an order see it.
public interface SearchRow {
    /// Gives the texts of a field of type TEXT or ID.
    ///
    /// @param field the field
    /// @return none where it is missing; several only of a data set's field, where a test holds as soon as one of them
    ///     meets it
    List<String> texts(SearchField field);

    /// Gives the numbers of a field of type NUMBER.
    ///
    /// @param field the field
    /// @return none where it is missing; several only of a logged model's metric, where a test holds as soon as one of
    ///     them meets it
    List<Double> numbers(SearchField field);

    /// Gives the number to order by.
    ///
    /// @param order a field of type NUMBER
    /// @return the first of its numbers; null: it is missing
    default @Nullable Double sortNumber(OrderBy order) {
        List<Double> numbers = numbers(order.field());
        return numbers.isEmpty() ? null : numbers.getFirst();
    }

    /// Gives the text to order by.
    ///
    /// @param order a field of type TEXT or ID
    /// @return the first of its texts; null: it is missing
    default @Nullable String sortText(OrderBy order) {
        List<String> texts = texts(order.field());
        return texts.isEmpty() ? null : texts.getFirst();
    }
}
