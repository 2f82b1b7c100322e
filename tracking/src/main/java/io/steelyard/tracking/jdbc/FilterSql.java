package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.LikePattern.LetterCase;
import io.steelyard.tracking.search.Operator;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.Source;
import io.steelyard.tracking.search.ValueType;
import java.util.List;

/// Writes a filter as a condition on the row `r`. No condition is ever unknown, only true or false, so that NOT gives
/// what is left.
///
/// @param table where the fields stand
/// @param dialect the database
/// @param measured what more is asked of a metric `m` that a filter tests
record FilterSql(SearchTable table, SearchDialect dialect, SqlText measured) {

    SqlText condition(Filter filter) {
        return switch (filter) {
            case Filter.And and -> parts(" AND ", and.parts(), "1 = 1");
            case Filter.Or or -> parts(" OR ", or.parts(), "1 = 0");
            case Filter.Not not -> condition(not.inner()).inside("NOT (", ")");
            case Filter.Test test ->
                switch (test.field().source()) {
                    case ATTRIBUTE -> attribute(test);
                    case METRIC ->
                        SqlText.of(dialect.exists() + " (SELECT 1 FROM " + table.metrics() + " m WHERE m." + table.no()
                                        + " = r." + table.no() + " AND ")
                                .then(metric(test, "+"))
                                .then(")");
                    case PARAM, TAG -> entry(test);
                    case DATASET -> dataset(test);
                };
        };
    }

    private SqlText parts(String between, List<Filter> parts, String none) {
        return parts.isEmpty()
                ? SqlText.of(none)
                : SqlText.join(between, parts.stream().map(this::condition).toList())
                        .inside("(", ")");
    }

    private SqlText attribute(Filter.Test test) {
        String column = table.column(test.field());
        SqlText compared = compared(column, test);
        return table.nullable().contains(test.field().key())
                ? compared.inside("(" + column + " IS NOT NULL AND ", ")")
                : compared;
    }

    /// A condition on a row `m` of the metrics' table, which the index by value answers.
    SqlText metric(Filter.Test test) {
        return metric(test, "");
    }

    /// @param hidden what stands before a column of the value so that no index is used for it: the row is known by its
    ///     run and key, and SQLite would rather read all values in a range
    private SqlText metric(Filter.Test test, String hidden) {
        String value = hidden + "m." + table.metricValue();
        String isNan = hidden + "m." + table.metricIsNan();
        SqlText compared = compared(value, test);
        SqlText condition = test.operator() == Operator.NE
                ? compared.inside("(" + isNan + " = 1 OR ", ")")
                : compared.inside(isNan + " = 0 AND ", "");
        return SqlText.all(SqlText.of("m.key = ?", test.field().key()), condition)
                .then(measured);
    }

    private SqlText entry(Filter.Test test) {
        String exists = dialect.exists() + " (SELECT 1 FROM " + table.entries(test.field()) + " e WHERE e." + table.no()
                + " = r." + table.no() + " AND e.key = ?";
        return switch (test.operator()) {
            case IS_NULL -> SqlText.of("NOT " + exists + ")", test.field().key());
            case IS_NOT_NULL -> SqlText.of(exists + ")", test.field().key());
            case EQ, NE, LT, LE, GT, GE, LIKE, ILIKE, IN, NOT_IN ->
                SqlText.of(exists + " AND ", test.field().key())
                        .then(compared("e.value", test))
                        .then(")");
        };
    }

    private SqlText dataset(Filter.Test test) {
        if (test.field().key().equals("context")) {
            return SqlText.of(
                            dialect.exists()
                                    + " (SELECT 1 FROM inputs i JOIN input_tags t ON t.input_id = i.input_id AND t.key = ?"
                                    + " WHERE i.run_no = r.run_no AND ",
                            RunInput.CONTEXT_TAG)
                    .then(compared("t.value", test))
                    .then(")");
        }
        return SqlText.of(dialect.exists() + " (SELECT 1 FROM inputs i JOIN datasets d ON d.dataset_id = i.dataset_id"
                        + " WHERE i.run_no = r.run_no AND ")
                .then(compared("d." + test.field().key(), test))
                .then(")");
    }

    SqlText compared(String column, Filter.Test test) {
        return switch (test) {
            case Filter.NumberTest number ->
                SqlText.of(column + " " + number.operator().text() + " ?", number(number));
            case Filter.TextTest text -> compared(column, text);
            case Filter.ListTest list -> {
                SqlText in = dialect.in(
                        column,
                        list.values().stream()
                                .map(value -> value(list.field(), value))
                                .toList());
                yield list.operator() == Operator.IN ? in : in.inside("NOT (", ")");
            }
            case Filter.PresenceTest presence -> throw new IllegalArgumentException(presence.text());
        };
    }

    private SqlText compared(String column, Filter.TextTest test) {
        return switch (test.operator()) {
            case LIKE -> dialect.like(column, test.value(), LetterCase.DISTINCT);
            case ILIKE -> dialect.like(column, test.value(), LetterCase.SAME);
            case EQ, NE, LT, LE, GT, GE, IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                SqlText.of(column + " " + test.operator().text() + " ?", value(test.field(), test.value()));
        };
    }

    private static Object value(SearchField field, String text) {
        return field.type() == ValueType.ID ? (Object) Long.valueOf(text) : text;
    }

    /// Whole times as whole numbers, so that PostgreSQL can use the index of their column.
    private static Object number(Filter.NumberTest test) {
        double value = test.value();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 9e18;
        return test.field().source() == Source.ATTRIBUTE && whole ? (Object) (long) value : value;
    }
}
