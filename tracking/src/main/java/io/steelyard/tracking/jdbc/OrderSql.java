package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.LoggedModelSearch.Dataset;
import io.steelyard.tracking.jdbc.SortColumn.Kind;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.OrderBy.Direction;
import io.steelyard.tracking.search.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An order as columns to sort by. For a field that can be missing there are two: what kind of value it is (0 a number
/// or text, 1 NaN, 2 none), always rising, and the value. The tables that it needs are joined as `o0`, `o1` and so on,
/// after the place of the field in the order.
final class OrderSql {
    private final SearchTable table;
    private final SearchDialect dialect;
    private final List<OrderBy> order;
    private final List<SortColumn> columns = new ArrayList<>();
    private final List<Integer> firstColumns = new ArrayList<>();
    private final List<SqlText> joins = new ArrayList<>();

    OrderSql(SearchTable table, SearchDialect dialect, List<OrderBy> order) {
        this.table = table;
        this.dialect = dialect;
        this.order = List.copyOf(order);
        for (int i = 0; i < order.size(); i++) {
            firstColumns.add(columns.size());
            add(order.get(i), i);
        }
        firstColumns.add(columns.size());
    }

    List<SortColumn> columns() {
        return columns;
    }

    List<OrderBy> fields() {
        return order;
    }

    /// The first column of a field, by its place in the order; of the place after the last: how many columns there are.
    int firstColumn(int place) {
        return firstColumns.get(place);
    }

    /// The joins of all fields but one.
    SqlText joins(int without) {
        return SqlText.join(
                "",
                IntStream.range(0, joins.size())
                        .filter(i -> i != without)
                        .mapToObj(joins::get)
                        .toList());
    }

    private void add(OrderBy by, int place) {
        SearchField field = by.field();
        switch (field.source()) {
            case ATTRIBUTE -> {
                joins.add(SqlText.NONE);
                addAttribute(by, table.column(field));
            }
            case METRIC -> {
                if (table.equals(SearchTable.RUNS)) {
                    joins.add(join(table.metrics(), field, place));
                    String alias = "o" + place + ".";
                    add(
                            SqlText.of("coalesce(" + alias + table.metricIsNan() + ", 2)"),
                            SqlText.of("coalesce(" + alias + table.metricValue() + ", 0)"),
                            by.direction(),
                            Kind.FRACTION);
                } else {
                    joins.add(SqlText.NONE);
                    add(
                            modelMetric(by, table.metricIsNan()).inside("coalesce((", "), 2)"),
                            modelMetric(by, table.metricValue()).inside("coalesce((", "), 0)"),
                            by.direction(),
                            Kind.FRACTION);
                }
            }
            case PARAM, TAG -> {
                joins.add(join(table.entries(field), field, place));
                String value = "o" + place + ".value";
                add(
                        SqlText.of("CASE WHEN " + value + " IS NULL THEN 2 ELSE 0 END"),
                        SqlText.of(dialect.bytewise("coalesce(" + value + ", '')")),
                        by.direction(),
                        Kind.TEXT);
            }
            case DATASET -> throw new IllegalArgumentException(field.toString());
        }
    }

    private SqlText join(String joined, SearchField field, int place) {
        String alias = "o" + place;
        return SqlText.of(
                " LEFT JOIN " + joined + " " + alias + " ON " + alias + "." + table.no() + " = r." + table.no()
                        + " AND " + alias + ".key = ?",
                field.key());
    }

    private void addAttribute(OrderBy by, String column) {
        boolean nullable = table.nullable().contains(by.field().key());
        Kind kind = switch (by.field().type()) {
            case NUMBER, ID -> Kind.WHOLE;
            case TEXT -> Kind.TEXT;
        };
        String none = kind == Kind.TEXT ? "''" : "0";
        String value = nullable ? "coalesce(" + column + ", " + none + ")" : column;
        SqlText sorted = SqlText.of(kind == Kind.TEXT ? dialect.bytewise(value) : value);
        if (nullable) {
            add(SqlText.of("CASE WHEN " + column + " IS NULL THEN 2 ELSE 0 END"), sorted, by.direction(), kind);
        } else {
            columns.add(new SortColumn(sorted, by.direction(), kind));
        }
    }

    private void add(SqlText kindOfValue, SqlText value, Direction direction, Kind kind) {
        columns.add(new SortColumn(kindOfValue, Direction.ASC, Kind.WHOLE));
        columns.add(new SortColumn(value, direction, kind));
    }

    private SqlText modelMetric(OrderBy by, String column) {
        Dataset dataset = by.dataset();
        SqlText asked = SqlText.NONE;
        if (dataset != null) {
            asked = asked.then(" AND m.dataset_name = ?", dataset.name());
            asked = dataset.digest() == null ? asked : asked.then(" AND m.dataset_digest = ?", dataset.digest());
        }
        return SqlText.of(
                        "SELECT m." + column + " FROM logged_model_metrics m JOIN runs q ON q.run_no = m.run_no"
                                + " WHERE m.model_no = r.model_no AND m.key = ?",
                        by.field().key())
                .then(asked)
                .then(" ORDER BY m.timestamp DESC, m.step DESC, " + dialect.bytewise("q.run_id")
                        + ", m.is_nan, m.value DESC LIMIT 1");
    }

    /// What to select: the row's key and what it is sorted by.
    SqlText selected() {
        return SqlText.join(
                ", ",
                IntStream.rangeClosed(-1, columns.size() - 1)
                        .mapToObj(i -> i < 0
                                ? SqlText.of("r." + table.no() + " AS no")
                                : columns.get(i).expression().then(" AS c" + i))
                        .toList());
    }

    /// @param from the first column that is sorted by; those before it hold one value each
    String orderBy(int from) {
        return IntStream.range(from, columns.size())
                .mapToObj(i -> "c" + i + " " + columns.get(i).direction())
                .reduce((a, b) -> a + ", " + b)
                .orElse("no");
    }

    /// What stands after a row in the order.
    SqlText after(List<Object> row) {
        SqlText condition = SqlText.of("1 = 0");
        for (int i = columns.size() - 1; i >= 0; i--) {
            SortColumn column = columns.get(i);
            String beyond = column.direction() == Direction.ASC ? " > ?" : " < ?";
            SqlText further = column.expression().then(beyond, row.get(i));
            SqlText equal = column.expression().then(" = ?", row.get(i));
            condition = further.or(SqlText.all(equal, condition).inside("(", ")"));
        }
        return condition;
    }
}
