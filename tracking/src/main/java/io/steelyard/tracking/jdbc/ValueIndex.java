package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.OrderBy.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An index in which the runs that have a metric, parameter or tag stand by its value. The table is called as in
/// the order by that field: `o0` for the first.
///
/// @param table the table
/// @param index its index
/// @param fixed what holds for all of it, with the key as its value
/// @param value the value in the index: a number, or the beginning of a text
/// @param order the order by it
/// @param place the place of that in the order
record ValueIndex(String table, String index, SqlText fixed, String value, OrderBy order, int place) {
    /// Finds the index of what is ordered by.
    ///
    /// @param place the place in the order
    /// @param range what more is known of a metric's value `latest_value`, as ` AND …`
    static Optional<ValueIndex> of(SearchDialect dialect, OrderBy order, int place, SqlText range) {
        String alias = "o" + place;
        SqlText key = SqlText.of(alias + ".key = ?", order.field().key());
        return switch (order.field().source()) {
            case METRIC ->
                Optional.of(new ValueIndex(
                        "series",
                        "series_by_value",
                        key.then(" AND " + alias + ".latest_is_nan = 0").then(range),
                        alias + ".latest_value",
                        order,
                        place));
            case PARAM -> Optional.of(ofTexts(dialect, "params", key, order, place));
            case TAG -> Optional.of(ofTexts(dialect, "tags", key, order, place));
            case ATTRIBUTE, DATASET -> Optional.empty();
        };
    }

    private static ValueIndex ofTexts(SearchDialect dialect, String table, SqlText key, OrderBy order, int place) {
        return new ValueIndex(
                table, table + "_by_value", key, TextPrefix.column(dialect, "o" + place + ".value"), order, place);
    }

    String alias() {
        return "o" + place;
    }

    /// What stands between two values, in the order's direction.
    ///
    /// @param from the first; null: from the beginning
    /// @param to the last; null: to the end
    SqlText between(@Nullable Edge from, @Nullable Edge to) {
        SqlText where = fixed;
        if (from != null) {
            where = where.then(" AND " + value + (isRising() ? " >" : " <") + from.orEqual() + " ?", from.value());
        }
        if (to != null) {
            where = where.then(" AND " + value + (isRising() ? " <" : " >") + to.orEqual() + " ?", to.value());
        }
        return where;
    }

    /// An end of a part of the index.
    ///
    /// @param value the value
    /// @param bound whether it belongs to the part
    record Edge(Object value, Bound bound) {
        enum Bound {
            WITH,
            WITHOUT
        }

        String orEqual() {
            return bound == Bound.WITH ? "=" : "";
        }
    }

    SqlText equal(Object one) {
        return fixed.then(" AND " + value + " = ?", one);
    }

    String sorted() {
        return value + " " + order.direction();
    }

    private boolean isRising() {
        return order.direction() == Direction.ASC;
    }

    String from(SearchDialect dialect) {
        return table + " " + alias() + dialect.index(index);
    }
}
