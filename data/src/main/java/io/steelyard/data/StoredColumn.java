package io.steelyard.data;

import java.util.Optional;

/// A column as it is stored in a file.
///
/// @param name its name
/// @param type the type in DuckDB's words, for example `FLOAT`, `DECIMAL(9,2)`, `VARCHAR[]`
public record StoredColumn(String name, String type) {
    /// The type in which it is read.
    ///
    /// @return the type; empty where no [Column] can hold it
    public Optional<ColumnType> columnType() {
        return Selection.typeOf(type);
    }
}
