package io.steelyard.data;

/// A named, typed column of a [Schema].
///
/// @param name the column's name, not blank; names are case-sensitive
/// @param type the type of its values
public record Field(String name, ColumnType type) {
    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column's name must not be blank");
        }
    }
}
