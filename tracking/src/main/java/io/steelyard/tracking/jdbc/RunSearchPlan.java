package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides how to find runs, by counting a little. Where an index gives few runs that can meet the filter, they are
/// collected and sorted. Otherwise the runs are walked in the order asked for, testing each, until the page is full;
/// where a first stretch of that finds too few, the cheaper of walking on and collecting is taken.
final class RunSearchPlan {
    private final SearchQuery query;
    private final RunScope scope;
    private final FilterSql filters;
    private final Filter filter;
    private final List<RunDriver> drivers;
    private boolean wasRead;

    RunSearchPlan(SearchQuery query, RunScope scope, FilterSql filters, Filter filter) {
        this.query = query;
        this.scope = scope;
        this.filters = filters;
        this.filter = filter;
        List<RunDriver> all = new ArrayList<>(new RunDrivers(query, scope, filters).of(filter));
        all.add(new RunDriver(List.of(scope.selection(query.dialect()))));
        drivers = List.copyOf(all);
    }

    List<Found> rows() {
        Optional<RunDriver> few = withFewerThan(query.effort().few());
        if (few.isPresent()) {
            return collect(few.get());
        }
        OrderBy first = query.order().fields().getFirst();
        TimeWalk times = new TimeWalk(query, scope);
        if (times.fits(0)) {
            return times.start().orElseGet(() -> otherwise(times));
        }
        Optional<ValueIndex> index = ValueIndex.of(query.dialect(), first, 0, range(first));
        return index.isPresent()
                ? new ValueWalk(query, scope, index.get(), SqlText.TRUE, filter, times, this::collectIfCheaper).rows()
                : collect(withFewerThan(Integer.MAX_VALUE).orElseThrow());
    }

    private List<Found> otherwise(TimeWalk times) {
        return collectIfCheaper(times.expected()).orElseGet(times::all);
    }

    /// @param walk how many runs a walk would still look at
    private Optional<List<Found>> collectIfCheaper(long walk) {
        // A collected run is found by its number, which costs more than the next of a walk.
        Optional<RunDriver> driver =
                withFewerThan((int) Math.min(walk / 2, query.effort().some()));
        if (driver.isEmpty() && walk > query.effort().far()) {
            Optional<RunDriver> listed = listed();
            if (listed.isPresent()) {
                return listed.map(this::collect);
            }
        }
        return driver.or(() ->
                        withFewerThan((int) Math.min(walk / 2, query.effort().many())))
                .map(this::collect);
    }

    /// The runs that meet the filter, found by reading indexes from end to end, if they are not many.
    private Optional<RunDriver> listed() {
        if (query.dialect() == SearchDialect.POSTGRES || wasRead) {
            return Optional.empty();
        }
        wasRead = true;
        return new RunSets(query, filters)
                .around(filter)
                .filter(set -> set.kind() == RunSet.Kind.THESE)
                .map(RunSet::listed)
                .filter(numbers -> numbers.cardinality() <= query.effort().many())
                .map(numbers -> new RunDriver(List.of(SqlText.of(
                        "SELECT value AS run_no FROM json_each(?)",
                        numbers.stream().mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"))))));
    }

    /// The driver with the fewest runs, if they are fewer than that.
    private Optional<RunDriver> withFewerThan(int most) {
        RunDriver fewest = null;
        int least = most;
        for (RunDriver driver : drivers) {
            int count = driver.count(query, least);
            if (count < least) {
                least = count;
                fewest = driver;
            }
        }
        return Optional.ofNullable(fewest);
    }

    private List<Found> collect(RunDriver driver) {
        SqlText from =
                driver.selection().inside("(", ") d" + query.dialect().thenJoin() + "runs r ON r.run_no = d.run_no");
        return query.sorted(from, scope.condition(query.dialect()));
    }

    /// What the filter asks of the metric that is ordered by, as ` AND …`.
    private SqlText range(OrderBy first) {
        return conjuncts()
                .filter(part -> part instanceof Filter.NumberTest test
                        && test.field().equals(first.field())
                        && first.field().source() == Source.METRIC)
                .map(part -> (Filter.NumberTest) part)
                .map(test ->
                        SqlText.of(" AND o0.latest_value " + test.operator().text() + " ?", test.value()))
                .reduce(SqlText.NONE, SqlText::then);
    }

    private Stream<Filter> conjuncts() {
        return filter instanceof Filter.And and ? and.parts().stream() : Stream.of(filter);
    }
}
