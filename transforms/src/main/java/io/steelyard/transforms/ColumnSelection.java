package io.steelyard.transforms;

import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Columns of a table: by name, by a pattern of names, or by type.
public sealed interface ColumnSelection {
    /// The columns that are meant, of those that there are.
    ///
    /// @param schema the table's columns
    /// @return their names, in the order of the selection where it names them, else in the table's
    /// @throws DataException where a named column is missing, or none is meant
    List<String> in(Schema schema);

    /// All columns of a table.
    ///
    /// @return the selection
    static ColumnSelection all() {
        return new OfType(EnumSet.allOf(ColumnType.class));
    }

    /// Columns by name.
    ///
    /// @param names the names, in order
    /// @return the selection
    static ColumnSelection named(String... names) {
        return new Named(List.of(names));
    }

    /// Columns whose whole name matches a regular expression.
    ///
    /// @param regex a pattern of [Pattern]
    /// @return the selection
    static ColumnSelection matching(String regex) {
        return new Matching(regex);
    }

    /// Columns of some types.
    ///
    /// @param first a type
    /// @param others further ones
    /// @return the selection
    static ColumnSelection ofType(ColumnType first, ColumnType... others) {
        return new OfType(EnumSet.of(first, others));
    }

    /// Columns of numbers: double, long and boolean.
    ///
    /// @return the selection
    static ColumnSelection numbers() {
        return ofType(ColumnType.DOUBLE, ColumnType.LONG, ColumnType.BOOLEAN);
    }

    /// This selection without some columns.
    ///
    /// @param names their names; they need not be there
    /// @return a new selection
    default ColumnSelection except(String... names) {
        return new Except(this, List.of(names));
    }

    /// Columns by name.
    ///
    /// @param names the names, in order
    record Named(List<String> names) implements ColumnSelection {
        public Named {
            names = List.copyOf(names);
        }

        @Override
        public List<String> in(Schema schema) {
            names.forEach(schema::require);
            return names;
        }
    }

    /// Columns whose whole name matches a regular expression.
    ///
    /// @param regex a pattern of [Pattern]
    record Matching(String regex) implements ColumnSelection {
        public Matching {
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'" + regex + "' is not a regular expression: " + e.getDescription(), e);
            }
        }

        @Override
        public List<String> in(Schema schema) {
            return some(schema, Pattern.compile(regex).asMatchPredicate(), "matches '" + regex + "'");
        }
    }

    /// Columns of some types.
    ///
    /// @param types the types
    record OfType(Set<ColumnType> types) implements ColumnSelection {
        public OfType {
            types = Set.copyOf(types);
        }

        @Override
        public List<String> in(Schema schema) {
            return some(
                    schema,
                    name -> types.contains(schema.field(name).type()),
                    "is of the type "
                            + types.stream().map(ColumnType::spelling).sorted().toList());
        }
    }

    /// A selection without some columns.
    ///
    /// @param of the selection
    /// @param names what is left out
    record Except(ColumnSelection of, List<String> names) implements ColumnSelection {
        public Except {
            names = List.copyOf(names);
        }

        @Override
        public List<String> in(Schema schema) {
            List<String> chosen = of.in(schema);
            List<String> left =
                    chosen.stream().filter(name -> !names.contains(name)).toList();
            if (left.isEmpty()) {
                throw new DataException(
                        DataException.Kind.MISSING_COLUMN, "no column is left of " + chosen + " without " + names);
            }
            return left;
        }
    }

    private static List<String> some(Schema schema, Predicate<String> wanted, String words) {
        List<String> names = schema.names().stream().filter(wanted).toList();
        if (names.isEmpty()) {
            throw new DataException(
                    DataException.Kind.MISSING_COLUMN, "no column " + words + "; there are " + schema.names());
        }
        return names;
    }
}
