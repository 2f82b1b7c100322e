package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.search.Filter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the runs that meet a filter by reading indexes from end to end, one for each test, in SQLite: a million entries
/// take about a tenth of a second, where asking each of a million runs takes ten times as long. What is joined and met
/// are sets of numbers, which the database gives as one text.
///
/// @param query the search
/// @param filters writes conditions
record RunSets(SearchQuery query, FilterSql filters) {
    /// Of so many runs it is asked whether a test is met by most; then those are read that do not meet it.
    private static final int ASKED = 400;

    private static final SqlText NAN = SqlText.of("m.latest_is_nan = 1");

    /// Runs among which are all that meet a filter.
    ///
    /// @return those that meet what can be answered so; empty where nothing of the filter can
    Optional<RunSet> around(Filter filter) {
        return switch (filter) {
            case Filter.And and ->
                and.parts().stream().flatMap(part -> around(part).stream()).reduce(RunSet::and);
            case Filter.Or or -> exactly(or);
            case Filter.Not not -> exactly(not);
            case Filter.Test test -> exactly(test);
        };
    }

    private Optional<RunSet> exactly(Filter filter) {
        return switch (filter) {
            case Filter.And and ->
                each(and.parts()).flatMap(sets -> sets.stream().reduce(RunSet::and));
            case Filter.Or or -> each(or.parts()).flatMap(sets -> sets.stream().reduce(RunSet::or));
            case Filter.Not not -> exactly(not.inner()).map(RunSet::not);
            case Filter.Test test -> test(test);
        };
    }

    private Optional<List<RunSet>> each(List<Filter> parts) {
        List<RunSet> sets = new ArrayList<>();
        for (Filter part : parts) {
            Optional<RunSet> set = exactly(part);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            sets.add(set.get());
        }
        return Optional.of(sets);
    }

    private Optional<RunSet> test(Filter.Test test) {
        return switch (test.field().source()) {
            case METRIC -> test instanceof Filter.NumberTest number ? metric(number) : Optional.empty();
            case PARAM -> entry("params", test);
            case TAG -> entry("tags", test);
            case ATTRIBUTE ->
                read(
                        new Index(
                                "runs",
                                "r",
                                test.field().key().equals("run_name") ? "INDEXED BY runs_by_name" : "NOT INDEXED",
                                null),
                        filters.condition(test));
            case DATASET -> Optional.empty();
        };
    }

    /// Values stand in order, so that only those are read that meet the test, or only those that do not.
    private Optional<RunSet> metric(Filter.NumberTest test) {
        Index index = new Index(
                "series", "m", "INDEXED BY series_by_value", test.field().key());
        boolean inverted = isMetByMost(index, filters.metric(test)) && hasAll(index);
        List<SqlText> parts = ranges(test, inverted).stream()
                .map(range -> index.entries(" " + index.name())
                        .inside("SELECT m.run_no FROM ", " AND ")
                        .then(range))
                .toList();
        SqlText numbers = SqlText.join(" UNION ALL ", parts).inside("SELECT group_concat(u.run_no) FROM (", ") u");
        return query.ask(numbers, rows -> {
            rows.next();
            return set(rows.getString(1), inverted);
        });
    }

    private static List<SqlText> ranges(Filter.NumberTest test, boolean inverted) {
        String operator = test.operator().text();
        return switch (test.operator()) {
            case GT -> inverted ? List.of(value("<=", test), NAN) : List.of(value(operator, test));
            case GE -> inverted ? List.of(value("<", test), NAN) : List.of(value(operator, test));
            case LT -> inverted ? List.of(value(">=", test), NAN) : List.of(value(operator, test));
            case LE -> inverted ? List.of(value(">", test), NAN) : List.of(value(operator, test));
            case EQ -> inverted ? List.of(value("<", test), value(">", test), NAN) : List.of(value(operator, test));
            case NE -> inverted ? List.of(value("=", test)) : List.of(value("<", test), value(">", test), NAN);
            case LIKE, ILIKE, IN, NOT_IN, IS_NULL, IS_NOT_NULL -> throw new IllegalArgumentException(test.text());
        };
    }

    private static SqlText value(String operator, Filter.NumberTest test) {
        return SqlText.of("m.latest_is_nan = 0 AND m.latest_value " + operator + " ?", test.value());
    }

    private Optional<RunSet> entry(String table, Filter.Test test) {
        Index index = new Index(
                table, "e", "INDEXED BY " + table + "_by_value", test.field().key());
        return switch (test.operator()) {
            case IS_NOT_NULL -> read(index, SqlText.TRUE);
            case IS_NULL -> read(index, SqlText.TRUE).map(RunSet::not);
            case EQ, NE, LT, LE, GT, GE, LIKE, ILIKE, IN, NOT_IN -> read(index, filters.compared("e.value", test));
        };
    }

    /// Where an entry a run stands: an index, or the runs themselves.
    ///
    /// @param table the table
    /// @param alias what the table is called
    /// @param name how SQLite is told to read it
    /// @param key the key that the entries have; null: they have none, and each run an entry
    private record Index(
            String table,
            String alias,
            String name,
            @Nullable String key) {
        SqlText entries(String how) {
            SqlText from = SqlText.of(table + " " + alias + how + " WHERE ");
            return key == null ? from.then("1 = 1") : from.then(alias + ".key = ?", key);
        }
    }

    /// Runs that lack the entry do not meet the condition, so those that do not meet it can only be read where none
    /// lacks it.
    private Optional<RunSet> read(Index index, SqlText condition) {
        if (isMetByMost(index, condition)) {
            Optional<RunSet> others = read(index, condition.inside("NOT (", ")"), true);
            if (others.isPresent()) {
                return others;
            }
        }
        return read(index, condition, false);
    }

    private Optional<RunSet> read(Index index, SqlText condition, boolean inverted) {
        SqlText numbers = condition
                .inside(
                        "SELECT group_concat(CASE WHEN ",
                        " THEN " + index.alias() + ".run_no END), count(*), (SELECT count(*) FROM runs) FROM ")
                .then(index.entries(" " + index.name()));
        return query.ask(numbers, rows -> {
            rows.next();
            return inverted && rows.getLong(2) != rows.getLong(3) ? Optional.empty() : set(rows.getString(1), inverted);
        });
    }

    private boolean isMetByMost(Index index, SqlText condition) {
        String step = "(SELECT max(run_no) FROM runs) / " + ASKED + " + 1";
        SqlText counted = condition
                .inside(
                        "SELECT count(*), count(CASE WHEN ",
                        " THEN 1 END) FROM (WITH RECURSIVE steps (no) AS (SELECT 1 UNION ALL SELECT no + " + step
                                + " FROM steps LIMIT " + ASKED + ") SELECT no FROM steps) s"
                                + query.dialect().thenJoin())
                .then(index.entries(""))
                .then(" AND " + index.alias() + ".run_no = s.no");
        return query.ask(counted, rows -> {
            rows.next();
            return 2 * rows.getInt(2) > rows.getInt(1);
        });
    }

    private boolean hasAll(Index index) {
        SqlText counts = index.entries(" " + index.name())
                .inside("SELECT (SELECT count(*) FROM ", "), (SELECT count(*) FROM runs)");
        return query.ask(counts, rows -> {
            rows.next();
            return rows.getLong(1) == rows.getLong(2);
        });
    }

    /// @param text numbers with commas between; null: none
    /// @return empty where a number is too large for a set
    private static Optional<RunSet> set(@Nullable String text, boolean inverted) {
        BitSet numbers = new BitSet();
        long number = 0;
        for (int i = 0; text != null && i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c != ',') {
                number = 10 * number + (c - '0');
            } else if (number > Integer.MAX_VALUE / 2) {
                return Optional.empty();
            } else {
                numbers.set((int) number);
                number = 0;
            }
        }
        return Optional.of(new RunSet(numbers, inverted ? RunSet.Kind.ALL_BUT_THESE : RunSet.Kind.THESE));
    }
}
