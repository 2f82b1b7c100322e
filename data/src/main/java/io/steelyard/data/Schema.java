package io.steelyard.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The columns of a table, in order. Names are unique.
///
/// @param fields the columns; may be empty
public record Schema(List<Field> fields) {
    public Schema {
        fields = List.copyOf(fields);
        Map<String, Field> seen = new HashMap<>();
        for (Field field : fields) {
            if (seen.put(field.name(), field) != null) {
                throw new IllegalArgumentException("column '" + field.name() + "' stands twice in the schema");
            }
        }
    }

    /// A schema of the given columns.
    ///
    /// @param fields the columns in order
    /// @return the schema
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    /// The columns' names, in order.
    ///
    /// @return an immutable list
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// Where a column stands.
    ///
    /// @param name the column's name
    /// @return its position from 0, or empty where there is no such column
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Where a column stands that must be there.
    ///
    /// @param name the column's name
    /// @return its position from 0
    /// @throws DataException of kind [DataException.Kind#MISSING_COLUMN], with the nearest name, where it is not there
    public int require(String name) {
        return indexOf(name).orElseThrow(() -> DataException.missingColumn(name, names()));
    }

    /// The column of a name that must be there.
    ///
    /// @param name the column's name
    /// @return the field
    /// @throws DataException of kind [DataException.Kind#MISSING_COLUMN] where it is not there
    public Field field(String name) {
        return fields.get(require(name));
    }
}
