package io.steelyard.features;

import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Schema;
import io.steelyard.data.TableEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Joins to each entity row what the views knew at its time, and nothing later. Each row of the entities comes back once
/// and in its place, whether or not a view knows anything; rows that are equal in all columns are still different rows.
///
/// One statement a view, or for windows over the same source, keys and event time together: engines that join many sources
/// in one statement need memory for all of them at once. Times count in microseconds, in UTC where they have no zone.
public final class PointInTimeJoin {
    private static final String ROWS = "#rows";

    private PointInTimeJoin() {}

    /// Joins views to entities and keeps the result as a table.
    ///
    /// @param engine holds the entities, the sources and the result
    /// @param entities the table with the entity rows
    /// @param time its column with the instant of each row; where it is missing, no view knows anything
    /// @param views what is joined; the sources may include the entities themselves
    /// @param target the result's name: the entities' columns, then those of each view
    /// @throws DataException where a table or column is missing or of another type, naming the view
    /// @throws IllegalArgumentException where two columns of the result would have one name, naming it
    public static void join(TableEngine engine, String entities, String time, List<FeatureView> views, String target) {
        Schema schema = engine.schema("SELECT * FROM " + Quoted.name(entities));
        requireInstant(schema, time, "the entities");
        Set<String> taken = new HashSet<>(schema.names());
        for (FeatureView view : views) {
            check(engine, schema, view);
            for (String output : view.outputs()) {
                if (!taken.add(output)) {
                    throw new IllegalArgumentException("the view '" + view.name() + "' brings a column '" + output
                            + "', but there is one already: name it otherwise");
                }
            }
        }
        List<String> tables = new ArrayList<>(List.of(ROWS));
        try {
            engine.createTable(ROWS, "SELECT row_number() OVER () AS \"#row\", * FROM " + Quoted.name(entities));
            for (String select : selects(engine, time, views)) {
                String part = "#part" + tables.size();
                tables.add(part);
                engine.createTable(part, select + " ORDER BY \"#row\"");
            }
            // All of them have the same rows in the same order.
            String outputs = views.stream()
                    .flatMap(view -> view.outputs().stream())
                    .map(output -> ", " + Quoted.name(output))
                    .collect(Collectors.joining());
            String own = schema.names().stream()
                    .map(name -> Quoted.name(ROWS) + "." + Quoted.name(name))
                    .collect(Collectors.joining(", "));
            engine.createTable(
                    target,
                    "SELECT " + own + outputs + " FROM "
                            + tables.stream().map(Quoted::name).collect(Collectors.joining(" POSITIONAL JOIN ")));
        } finally {
            tables.forEach(table -> engine.execute("DROP TABLE IF EXISTS " + Quoted.name(table)));
        }
    }

    /// Statements that give each entity row its features, in any order of the rows.
    private static List<String> selects(TableEngine engine, String time, List<FeatureView> views) {
        List<String> selects = new ArrayList<>();
        Map<Timeline, List<WindowFeatures>> running = new LinkedHashMap<>();
        Map<Timeline, List<WindowFeatures>> framed = new LinkedHashMap<>();
        for (FeatureView view : views) {
            switch (view) {
                case LatestFeatures latest -> selects.add(LatestSql.select(latest, ROWS, time));
                case WindowFeatures window ->
                    (RunningSumSql.fits(window, source(engine, window)) ? running : framed)
                            .computeIfAbsent(Timeline.of(window), timeline -> new ArrayList<>())
                            .add(window);
            }
        }
        running.values()
                .forEach(windows ->
                        selects.add(RunningSumSql.select(windows, source(engine, windows.getFirst()), ROWS, time)));
        framed.values()
                .forEach(windows ->
                        selects.add(FrameSql.select(windows, source(engine, windows.getFirst()), ROWS, time)));
        return selects;
    }

    private static Schema source(TableEngine engine, FeatureView view) {
        return engine.schema("SELECT * FROM " + Quoted.name(view.source()));
    }

    private static void check(TableEngine engine, Schema entities, FeatureView view) {
        String where = "the view '" + view.name() + "'";
        Schema source = source(engine, view);
        for (String key : view.keys()) {
            require(entities, key, where + ", among the entities");
            require(source, key, where + ", in '" + view.source() + "'");
            ColumnType here = entities.field(key).type();
            ColumnType there = source.field(key).type();
            if (here != there) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        where + ": key '" + key + "' is of type " + here.spelling()
                                + " among the entities, but of type " + there.spelling() + " in '" + view.source()
                                + "'");
            }
        }
        for (String column : view.columns()) {
            require(source, column, where + ", in '" + view.source() + "'");
        }
        requireInstant(source, view.eventTime(), where + ", in '" + view.source() + "'");
        if (view instanceof LatestFeatures latest && latest.createdTime() != null) {
            require(source, latest.createdTime(), where + ", in '" + view.source() + "'");
        }
        if (view instanceof WindowFeatures window) {
            for (Aggregate aggregate : window.aggregates()) {
                ColumnType type = source.field(aggregate.column()).type();
                if (aggregate.function() != AggregateFunction.COUNT && !type.isNumeric()) {
                    throw new DataException(
                            DataException.Kind.WRONG_TYPE,
                            where + ": " + aggregate.function().spelling() + " needs a number, but column '"
                                    + aggregate.column() + "' is of type " + type.spelling());
                }
            }
        }
    }

    private static void require(Schema schema, String column, String where) {
        try {
            schema.require(column);
        } catch (DataException e) {
            throw new DataException(e.kind(), where + ": " + e.getMessage(), e);
        }
    }

    private static void requireInstant(Schema schema, String column, String where) {
        require(schema, column, where);
        ColumnType type = schema.field(column).type();
        if (type != ColumnType.TIMESTAMP) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    where + ": column '" + column + "' is of type " + type.spelling() + ", but must be timestamp");
        }
    }
}
