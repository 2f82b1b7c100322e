package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The inputs of a stored signature.
///
/// @param schema the columns in order
/// @param optional the names of those that rows may lack
/// @param naming whether the columns have names
record InputColumns(Schema schema, Set<String> optional, Naming naming) {
    /// Whether columns have names. A closed set.
    enum Naming {
        /// The signature names them.
        NAMED,
        /// The signature is that of a matrix, whose columns are called by their places from 0.
        PLACES
    }

    InputColumns {
        optional = Set.copyOf(optional);
    }

    static InputColumns required(Schema schema) {
        return new InputColumns(schema, Set.of(), Naming.NAMED);
    }

    static InputColumns matrix(int width, ColumnType type) {
        return required(places(width, type)).unnamed();
    }

    private InputColumns unnamed() {
        return new InputColumns(schema, optional, Naming.PLACES);
    }

    private static Schema places(int width, ColumnType type) {
        return new Schema(IntStream.range(0, width)
                .mapToObj(place -> new Field(Integer.toString(place), type))
                .toList());
    }

    /// These columns, a matrix's called as the model calls its features, if it does.
    InputColumns calledAs(List<String> features) {
        if (naming == Naming.NAMED || features.size() != schema.fields().size()) {
            return this;
        }
        return required(new Schema(IntStream.range(0, features.size())
                .mapToObj(i -> new Field(features.get(i), schema.fields().get(i).type()))
                .toList()));
    }
}
