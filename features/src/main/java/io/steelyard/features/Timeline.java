package io.steelyard.features;

import java.util.List;

/// What views have in common that read one source along one line of time for each key: the beginning of their SQL.
///
/// It brings three relations. `"#keys"` numbers the keys of the entity rows: comparing one number is cheaper than comparing
/// every key's columns. `"#source"` has the source's rows of those keys: `"#key"`, `"#at"` (the event time in microseconds,
/// never null) and columns. `"#entity"` has the entity rows: `"#row"`, `"#key"` (null where a key is missing) and `"#t"`
/// (the time in microseconds, or null).
///
/// @param source the table that is read
/// @param keys the columns that must be equal
/// @param eventTime the source's column that says from when on a row is known
record Timeline(String source, List<String> keys, String eventTime) {
    static Timeline of(FeatureView view) {
        return new Timeline(view.source(), view.keys(), view.eventTime());
    }

    /// The beginning of a statement, up to the comma after which further relations can follow.
    ///
    /// @param rows the table of the entity rows
    /// @param time its column with the instant
    /// @param columns the source's columns, each `expression AS name`
    String with(String rows, String time, List<String> columns) {
        String keyNames = Quoted.names(keys);
        return "WITH \"#keys\" AS MATERIALIZED (SELECT " + keyNames + ", row_number() OVER (ORDER BY " + keyNames
                + ") AS \"#key\" FROM (SELECT"
                + " DISTINCT " + keyNames + " FROM " + Quoted.name(rows) + " WHERE " + Quoted.present(keys) + ")),"
                + " \"#source\" AS (SELECT \"#key\", " + micros(eventTime) + " AS \"#at\", "
                + String.join(", ", columns) + " FROM " + Quoted.name(source) + " JOIN \"#keys\" USING (" + keyNames
                + ") WHERE " + micros(eventTime) + " IS NOT NULL),"
                + " \"#entity\" AS (SELECT \"#row\", \"#key\", " + micros(time) + " AS \"#t\" FROM " + Quoted.name(rows)
                + " LEFT JOIN \"#keys\" USING (" + keyNames + ")), ";
    }

    private static String micros(String column) {
        return "epoch_us(CAST(" + Quoted.name(column) + " AS TIMESTAMP))";
    }
}
