package io.steelyard.features;

import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Schema;
import io.steelyard.data.TableEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Joins to each entity row what the views knew at its time, and nothing later. Each row of the entities comes back once and in
/// its place, whether or not a view knows anything; rows that are equal in all columns are still different rows.
///
/// One statement a view: engines that join many sources in one statement need memory for all of them at once.
public final class PointInTimeJoin {
    private static final String ROWS = "#rows";

    private PointInTimeJoin() {}

    /// Joins views to entities and keeps the result as a table.
    ///
    /// @param engine holds the entities, the sources and the result
    /// @param entities the table with the entity rows; a table, not a view
    /// @param time its column with the instant of each row; where it is missing, no view knows anything
    /// @param views what is joined; the sources may include the entities themselves
    /// @param target the result's name: the entities' columns, then those of each view
    /// @throws DataException where a table or column is missing or of another type, naming the view; or where two columns
    ///     of the result would have one name
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
        engine.createTable(ROWS, "SELECT rowid AS \"#row\", * FROM " + Quoted.name(entities));
        List<String> parts = new ArrayList<>();
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < views.size(); i++) {
            FeatureView view = views.get(i);
            String part = "#part" + i;
            engine.createTable(part, select(engine, view, time));
            parts.add(part);
            joins.append(" LEFT JOIN ").append(Quoted.name(part)).append(" USING (\"#row\")");
        }
        engine.createTable(
                target, "SELECT * EXCLUDE (\"#row\") FROM " + Quoted.name(ROWS) + joins + " ORDER BY \"#row\"");
        parts.add(ROWS);
        parts.forEach(part -> engine.execute("DROP TABLE " + Quoted.name(part)));
    }

    private static String select(TableEngine engine, FeatureView view, String time) {
        String rows = "(SELECT \"#row\", " + Quoted.names(view.keys()) + ", CAST(" + Quoted.name(time)
                + " AS TIMESTAMP) AS \"#t\" FROM " + Quoted.name(ROWS) + ")";
        return switch (view) {
            case LatestFeatures latest -> LatestSql.select(latest, rows);
            case WindowFeatures window ->
                RunningSumSql.fits(window, engine.schema("SELECT * FROM " + Quoted.name(window.source())))
                        ? RunningSumSql.select(window, rows)
                        : FrameSql.select(window, rows);
        };
    }

    private static void check(TableEngine engine, Schema entities, FeatureView view) {
        String where = "the view '" + view.name() + "'";
        Schema source = engine.schema("SELECT * FROM " + Quoted.name(view.source()));
        for (String key : view.keys()) {
            require(entities, key, where + ", among the entities");
            require(source, key, where + ", in '" + view.source() + "'");
        }
        for (String column : view.columns()) {
            require(source, column, where + ", in '" + view.source() + "'");
        }
        requireInstant(source, view.eventTime(), where + ", in '" + view.source() + "'");
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
