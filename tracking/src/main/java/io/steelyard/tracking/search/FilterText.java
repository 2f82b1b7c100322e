package io.steelyard.tracking.search;

import java.util.stream.Collectors;

/// Writes a filter as the grammar reads it.
final class FilterText {
    private FilterText() {}

    static String of(Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().map(FilterText::inside).collect(Collectors.joining(" AND "));
            case Filter.Or or -> or.parts().stream().map(FilterText::inside).collect(Collectors.joining(" OR "));
            case Filter.Not not -> "NOT " + inside(not.inner());
            case Filter.NumberTest test -> start(test) + " " + number(test.value());
            case Filter.TextTest test -> start(test) + " " + quoted(test.value(), '\'');
            case Filter.ListTest test ->
                start(test)
                        + test.values().stream()
                                .map(value -> quoted(value, '\''))
                                .collect(Collectors.joining(", ", " (", ")"));
            case Filter.PresenceTest test -> start(test);
        };
    }

    private static String inside(Filter filter) {
        return switch (filter) {
            case Filter.And and -> "(" + of(and) + ")";
            case Filter.Or or -> "(" + of(or) + ")";
            case Filter.Not not -> of(not);
            case Filter.Test test -> of(test);
        };
    }

    private static String start(Filter.Test test) {
        SearchField field = test.field();
        String prefix = switch (field.source()) {
            case ATTRIBUTE -> "";
            case METRIC -> "metrics.";
            case PARAM -> "params.";
            case TAG -> "tags.";
            case DATASET -> "datasets.";
        };
        return prefix + quoted(field.key(), '`') + " " + test.operator().text();
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        // A number too great for a double is read as infinite.
        return Double.isInfinite(value) ? value > 0 ? "1E999" : "-1E999" : Double.toString(value);
    }

    private static String quoted(String text, char quote) {
        return quote
                + text.replace(
                        Character.toString(quote), Character.toString(quote).repeat(2))
                + quote;
    }
}
