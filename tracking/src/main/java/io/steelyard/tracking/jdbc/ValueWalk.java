package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.jdbc.ValueIndex.Edge;
import io.steelyard.tracking.jdbc.ValueIndex.Edge.Bound;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.Operator;
import io.steelyard.tracking.search.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks runs by the value of a metric, parameter or tag, stretch by stretch, each twice as long as the one before.
/// Many runs with one value are a stretch of their own, walked by what the order says next.
final class ValueWalk {
    private final SearchQuery query;
    private final RunScope scope;
    private final ValueIndex index;
    private final SqlText within;
    private final Filter filter;
    private final TimeWalk times;
    private final LongFunction<Optional<List<Found>>> cheaper;
    private final List<Found> found = new ArrayList<>();

    /// @param within what the runs have in common, where only some are walked
    /// @param cheaper gives the whole page another way, if that is cheaper than looking at so many runs
    ValueWalk(
            SearchQuery query,
            RunScope scope,
            ValueIndex index,
            SqlText within,
            Filter filter,
            TimeWalk times,
            LongFunction<Optional<List<Found>>> cheaper) {
        this.query = query;
        this.scope = scope;
        this.index = index;
        this.within = within;
        this.filter = filter;
        this.times = times;
        this.cheaper = cheaper;
    }

    List<Found> rows() {
        List<Object> after = query.after();
        long kind = after == null || !isFirst() ? 0 : (long) after.getFirst();
        if (kind == 0) {
            Optional<List<Found>> better = values();
            if (better.isPresent()) {
                return better.get();
            }
        }
        boolean metric = index.order().field().source() == Source.METRIC;
        if (kind <= 1 && metric && !isFull() && !demands(false)) {
            add(rest(query.dialect().exists()
                    + " (SELECT 1 FROM series n WHERE n.run_no = r.run_no AND n.key = ? AND n.latest_is_nan = 1)"));
        }
        if (!isFull() && !demands(true)) {
            add(rest("NOT " + query.dialect().exists() + " (SELECT 1 FROM " + index.table()
                    + " n WHERE n.run_no = r.run_no AND n.key = ?)"));
        }
        return List.copyOf(found);
    }

    /// @return the whole page, where there was a better way
    private Optional<List<Found>> values() {
        List<Object> after = query.after();
        Edge from = after == null || !isFirst() ? null : new Edge(beginning(after), Bound.WITH);
        int stretch = query.effort().stretch();
        long walked = 0;
        while (true) {
            Object end = valueAfter(from, stretch);
            if (end == null) {
                add(walk(from, null));
                return Optional.empty();
            }
            if (query.count(index.equal(end).inside(index.from(query.dialect()) + " WHERE ", ""), stretch) < stretch) {
                add(walk(from, new Edge(end, Bound.WITH)));
            } else {
                add(walk(from, new Edge(end, Bound.WITHOUT)));
                if (!isFull()) {
                    add(group(end));
                }
            }
            if (isFull()) {
                return Optional.empty();
            }
            walked += stretch;
            Optional<List<Found>> better = cheaper.apply(walked * query.limit() / Math.max(found.size(), 1));
            if (better.isPresent()) {
                return better;
            }
            from = new Edge(end, Bound.WITHOUT);
            stretch *= 2;
        }
    }

    private Object beginning(List<Object> after) {
        Object value = after.get(1);
        return value instanceof String text ? TextPrefix.of(query.dialect(), text) : value;
    }

    private @Nullable Object valueAfter(@Nullable Edge from, int stretch) {
        SqlText edge = index.between(from, null)
                .inside(
                        "SELECT " + index.value() + " FROM " + index.from(query.dialect()) + " WHERE ",
                        " ORDER BY " + index.sorted() + " LIMIT 1 OFFSET " + stretch);
        boolean number = index.order().field().source() == Source.METRIC;
        Optional<Object> end = query.ask(edge, rows -> {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of(number ? (Object) rows.getDouble(1) : rows.getString(1));
        });
        return end.orElse(null);
    }

    private List<Found> walk(@Nullable Edge from, @Nullable Edge to) {
        SqlText tables = SqlText.of(index.from(query.dialect())
                + query.dialect().thenJoin() + "runs r ON r.run_no = " + index.alias() + ".run_no");
        SqlText where =
                SqlText.all(index.between(from, to), scope.condition(query.dialect()), query.condition(), within);
        return query.rows(
                tables,
                query.order().joins(index.place()),
                query.after() == null ? where : SqlText.all(where, query.order().after(query.after())),
                index.sorted() + ", " + query.order().orderBy(query.order().firstColumn(index.place()) + 1));
    }

    /// The many runs with one value, or one beginning of a text, walked by what the order says next.
    private List<Found> group(Object value) {
        boolean whole = !(value instanceof String text) || TextPrefix.isWhole(query.dialect(), text);
        int next = index.place() + 1;
        if (whole) {
            SqlText equal = SqlText.of(query.dialect().exists() + " (SELECT 1 FROM " + index.table() + " "
                            + index.alias() + " WHERE " + index.alias() + ".run_no = r.run_no AND ")
                    .then(index.equal(value))
                    .then(")");
            SqlText same = SqlText.all(equal, within);
            if (times.fits(next)) {
                return times.group(same, next, SqlText.NONE);
            }
            Optional<ValueIndex> further =
                    ValueIndex.of(query.dialect(), query.order().fields().get(next), next, SqlText.NONE);
            if (further.isPresent()) {
                return new ValueWalk(query, scope, further.get(), same, filter, times, walk -> Optional.empty()).rows();
            }
        }
        return walk(new Edge(value, Bound.WITH), new Edge(value, Bound.WITH));
    }

    private List<Found> rest(String condition) {
        SqlText more = SqlText.all(SqlText.of(condition, index.order().field().key()), within);
        int next = index.place() + 1;
        return times.fits(next)
                ? times.group(more, next, SqlText.NONE)
                : query.sorted(SqlText.of("runs r"), SqlText.all(scope.condition(query.dialect()), more));
    }

    private boolean isFirst() {
        return index.place() == 0;
    }

    /// Says whether the filter wants a value, perhaps also a NaN.
    private boolean demands(boolean orNan) {
        Stream<Filter> parts = filter instanceof Filter.And and ? and.parts().stream() : Stream.of(filter);
        return parts.anyMatch(part -> part instanceof Filter.Test test
                && test.field().equals(index.order().field())
                && test.operator() != Operator.IS_NULL
                && (orNan || test.operator() != Operator.NE));
    }

    private void add(List<Found> more) {
        more.stream().limit((long) query.limit() - found.size()).forEach(found::add);
    }

    private boolean isFull() {
        return found.size() == query.limit();
    }
}
