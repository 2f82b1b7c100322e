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
            case METRIC ->
                read(new Index("series", "m", "series_by_value", test.field().key()), filters.metric(test));
            case PARAM -> entry("params", test);
            case TAG -> entry("tags", test);
            case ATTRIBUTE ->
                test.field().key().equals("run_name")
                        ? read(new Index("runs", "e", "runs_by_name", null), filters.compared("e.name", test))
                        : Optional.empty();
            case DATASET -> Optional.empty();
        };
    }

    private Optional<RunSet> entry(String table, Filter.Test test) {
        Index index = new Index(table, "e", table + "_by_value", test.field().key());
        return switch (test.operator()) {
            case IS_NOT_NULL -> read(index, SqlText.TRUE);
            case IS_NULL -> read(index, SqlText.TRUE).map(RunSet::not);
            case EQ, NE, LT, LE, GT, GE, LIKE, ILIKE, IN, NOT_IN -> read(index, filters.compared("e.value", test));
        };
    }

    /// An index that holds an entry a run.
    ///
    /// @param table the table
    /// @param alias what the table is called
    /// @param name the index
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
        boolean inverted = isMetByMost(index, condition) && hasAll(index);
        SqlText numbers = condition
                .inside(
                        "SELECT group_concat(CASE WHEN " + (inverted ? "NOT " : "") + "(",
                        ") THEN " + index.alias() + ".run_no END) FROM ")
                .then(index.entries(query.dialect().index(index.name())));
        return query.ask(numbers, rows -> {
                    rows.next();
                    return numbers(rows.getString(1));
                })
                .map(listed -> new RunSet(listed, inverted ? RunSet.Kind.ALL_BUT_THESE : RunSet.Kind.THESE));
    }

    private boolean isMetByMost(Index index, SqlText condition) {
        SqlText counted = condition
                .inside("SELECT count(*), count(CASE WHEN ", " THEN 1 END) FROM ")
                .then(index.entries(""))
                .then(" AND " + index.alias() + ".run_no IN (WITH RECURSIVE step (no) AS (SELECT 1 UNION ALL SELECT"
                        + " no + (SELECT max(run_no) FROM runs) / " + ASKED + " + 1 FROM step LIMIT " + ASKED
                        + ") SELECT no FROM step)");
        return query.ask(counted, rows -> {
            rows.next();
            return 2 * rows.getInt(2) > rows.getInt(1);
        });
    }

    private boolean hasAll(Index index) {
        SqlText counts = index.entries(query.dialect().index(index.name()))
                .inside("SELECT (SELECT count(*) FROM ", "), (SELECT count(*) FROM runs)");
        return query.ask(counts, rows -> {
            rows.next();
            return rows.getLong(1) == rows.getLong(2);
        });
    }

    /// @param text numbers with commas between; null: none
    /// @return empty where a number is too large for a set
    private static Optional<BitSet> numbers(@Nullable String text) {
        BitSet numbers = new BitSet();
        if (text == null) {
            return Optional.of(numbers);
        }
        long number = 0;
        for (int i = 0; i <= text.length(); i++) {
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
        return Optional.of(numbers);
    }
}
