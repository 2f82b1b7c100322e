package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.Operator;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the drivers of a filter.
///
/// @param query the search
/// @param scope the runs that it looks at
/// @param filters writes conditions
record RunDrivers(SearchQuery query, RunScope scope, FilterSql filters) {
    /// Counting further costs more than it tells.
    private static final int ENOUGH = 2000;

    /// The drivers of which each alone gives all runs that meet the filter.
    List<RunDriver> of(Filter filter) {
        return switch (filter) {
            case Filter.And and -> all(and);
            case Filter.Or or -> any(or).stream().toList();
            case Filter.Not not -> List.of();
            case Filter.Test test ->
                test(test).map(part -> new RunDriver(List.of(part))).stream().toList();
        };
    }

    /// A run has one value of a metric, so what is asked of the same metric is one range of the index.
    private List<RunDriver> all(Filter.And and) {
        Map<SearchField, List<Filter.Test>> ranges = new LinkedHashMap<>();
        List<RunDriver> drivers = new ArrayList<>();
        for (Filter part : and.parts()) {
            if (part instanceof Filter.NumberTest test
                    && test.field().source() == Source.METRIC
                    && test.operator() != Operator.NE) {
                ranges.computeIfAbsent(test.field(), field -> new ArrayList<>()).add(test);
            } else {
                drivers.addAll(of(part));
            }
        }
        ranges.values().forEach(tests -> drivers.add(new RunDriver(List.of(range(tests)))));
        return drivers;
    }

    private SqlText range(List<Filter.Test> tests) {
        return SqlText.all(tests.stream().map(filters::metric).toList())
                .inside("SELECT m.run_no FROM series m" + index("series_by_value") + " WHERE ", "");
    }

    private Optional<RunDriver> any(Filter.Or or) {
        List<Optional<RunDriver>> parts =
                or.parts().stream().map(part -> fewest(of(part))).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(new RunDriver(parts.stream()
                        .flatMap(part -> part.orElseThrow().parts().stream())
                        .toList()))
                : Optional.empty();
    }

    private Optional<RunDriver> fewest(List<RunDriver> drivers) {
        RunDriver fewest = null;
        int least = Integer.MAX_VALUE;
        for (RunDriver driver : drivers) {
            int count = drivers.size() == 1 ? 0 : driver.count(query, ENOUGH);
            if (count < least) {
                fewest = driver;
                least = count;
            }
        }
        return Optional.ofNullable(fewest);
    }

    private Optional<SqlText> test(Filter.Test test) {
        return switch (test.field().source()) {
            case METRIC -> test.operator() == Operator.NE ? Optional.empty() : Optional.of(range(List.of(test)));
            case PARAM -> entry("params", test);
            case TAG -> entry("tags", test);
            case ATTRIBUTE -> attribute(test);
            case DATASET -> dataset(test);
        };
    }

    private Optional<SqlText> entry(String table, Filter.Test test) {
        SqlText from = SqlText.of(
                "SELECT e.run_no FROM " + table + " e" + index(table + "_by_value") + " WHERE e.key = ?",
                test.field().key());
        return test.operator() == Operator.IS_NOT_NULL
                ? Optional.of(from)
                : prefix("e.value", test).map(from::then);
    }

    private Optional<SqlText> attribute(Filter.Test test) {
        return switch (test.field().key()) {
            case "run_id" ->
                isSame(test)
                        ? Optional.of(
                                filters.compared("e.run_id", test).inside("SELECT e.run_no FROM runs e WHERE ", ""))
                        : Optional.empty();
            case "run_name" ->
                prefix("e.name", test)
                        .map(begins -> begins.inside(
                                "SELECT e.run_no FROM runs e" + index("runs_by_name") + " WHERE 1 = 1", ""));
            default -> Optional.empty();
        };
    }

    private Optional<SqlText> dataset(Filter.Test test) {
        return isSame(test) && !test.field().key().equals("context")
                ? Optional.of(SqlText.all(
                                query.dialect().in("d.experiment_id", scope.experiments()),
                                filters.compared("d." + test.field().key(), test))
                        .inside(
                                "SELECT DISTINCT i.run_no FROM datasets d"
                                        + query.dialect().thenJoin() + "inputs i ON i.dataset_id = d.dataset_id WHERE ",
                                ""))
                : Optional.empty();
    }

    private static boolean isSame(Filter.Test test) {
        return test.operator() == Operator.EQ || test.operator() == Operator.IN;
    }

    /// What the beginning of a text must be, as ` AND …`.
    private Optional<SqlText> prefix(String column, Filter.Test test) {
        String begin = TextPrefix.column(query.dialect(), column);
        return switch (test) {
            case Filter.TextTest text ->
                switch (text.operator()) {
                    case EQ ->
                        Optional.of(SqlText.of(" AND " + begin + " = ?", TextPrefix.of(query.dialect(), text.value())));
                    case LIKE -> {
                        String sure = TextPrefix.ofPattern(query.dialect(), text.value());
                        yield sure.isEmpty()
                                ? Optional.empty()
                                : Optional.of(SqlText.of(
                                        " AND " + begin + " >= ? AND " + begin + " <= ?",
                                        sure,
                                        TextPrefix.lastThatBeginsWith(sure)));
                    }
                    case NE, LT, LE, GT, GE, ILIKE, IN, NOT_IN, IS_NULL, IS_NOT_NULL -> Optional.empty();
                };
            case Filter.ListTest list ->
                list.operator() == Operator.IN
                        ? Optional.of(query.dialect()
                                .in(
                                        begin,
                                        list.values().stream()
                                                .map(value -> TextPrefix.of(query.dialect(), value))
                                                .toList())
                                .inside(" AND ", ""))
                        : Optional.empty();
            case Filter.NumberTest number -> Optional.empty();
            case Filter.PresenceTest presence -> Optional.empty();
        };
    }

    private String index(String name) {
        return query.dialect().index(name);
    }
}
