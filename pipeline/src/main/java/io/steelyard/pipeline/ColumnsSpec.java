package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.steelyard.data.ColumnType;
import io.steelyard.transforms.ColumnSelection;
import io.steelyard.transforms.EachColumn;
import io.steelyard.transforms.Transform;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Columns as the file names them: a list of names, or a map with exactly one of `names`, `matching` and `type`, and
/// `except`.
///
/// @param names the columns' names
/// @param matching a regular expression that matches the whole name
/// @param type what the columns hold
/// @param except names that are left out; may be empty
record ColumnsSpec(
        @Nullable List<String> names,
        @Nullable String matching,
        @Nullable Type type,
        List<String> except) {
    /// What columns hold.
    enum Type {
        /// Numbers: double, long and boolean.
        NUMBER,
        /// Text.
        TEXT,
        /// Instants.
        TIMESTAMP,
        /// Anything.
        ANY
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    ColumnsSpec {
        int given = (names == null ? 0 : 1) + (matching == null ? 0 : 1) + (type == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException(
                    "'columns' is a list of names, or a map with one of 'names', 'matching' and 'type'");
        }
        names = names == null ? null : Required.nonEmpty("names", names);
        except = Required.listOrEmpty(except);
        if (matching != null) {
            ColumnSelection.matching(matching);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ColumnsSpec of(List<String> names) {
        return new ColumnsSpec(names, null, null, List.of());
    }

    /// The columns that are meant.
    ColumnSelection selection() {
        ColumnSelection chosen = ColumnSelection.all();
        if (names != null) {
            chosen = new ColumnSelection.Named(names);
        } else if (matching != null) {
            chosen = ColumnSelection.matching(matching);
        } else if (type != null) {
            chosen = switch (type) {
                case NUMBER -> ColumnSelection.numbers();
                case TEXT -> ColumnSelection.ofType(ColumnType.STRING);
                case TIMESTAMP -> ColumnSelection.ofType(ColumnType.TIMESTAMP);
                case ANY -> ColumnSelection.all();
            };
        }
        return except.isEmpty() ? chosen : chosen.except(new ColumnSelection.Named(except));
    }

    /// Checks a step for one column or for many: exactly one of the keys is there, and the step is possible.
    static void check(@Nullable String column, @Nullable ColumnsSpec columns, Function<String, Transform> step) {
        if ((column == null) == (columns == null)) {
            throw new IllegalArgumentException("one of the keys 'column' and 'columns' is needed, and only one");
        }
        if (column != null) {
            Required.text("column", column);
        }
        Objects.requireNonNull(step.apply(column == null ? "each column" : column));
    }

    /// The step for one column, or for each of many.
    static Transform each(@Nullable String column, @Nullable ColumnsSpec columns, Function<String, Transform> step) {
        if (column != null) {
            return step.apply(column);
        }
        Required.present("columns", columns);
        return columns == null ? step.apply("") : new EachColumn(columns.selection(), step);
    }
}
