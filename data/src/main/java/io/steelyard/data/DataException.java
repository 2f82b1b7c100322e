package io.steelyard.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be wrong with data: the one exception of this room, with its kind. The message names the file, column or
/// row and says
/// what would be right; it is fit to be shown to a user as it stands.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// The kinds of trouble.
    public enum Kind {
        /// A named column is not in the table.
        MISSING_COLUMN,
        /// A column has another type than was asked for.
        WRONG_TYPE,
        /// A table has no rows where rows are needed.
        EMPTY,
        /// A file is not there.
        NOT_FOUND,
        /// A file's bytes are not those of its manifest, or not a table at all.
        DAMAGED,
        /// A table's text breaks the rules of its format, or a value is not of its column's type; the message names the
        /// place.
        MALFORMED,
        /// A query or file could not be read for another reason.
        UNREADABLE
    }

    /// An exception of a kind.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public DataException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// An exception of a kind, with no failure beneath.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    public DataException(Kind kind, String message) {
        this(kind, message, null);
    }

    /// What is wrong.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }

    static DataException missingColumn(String name, List<String> present) {
        String nearest = Nearest.to(name, present)
                .map(n -> "; the nearest is '" + n + "'")
                .orElse("; there are " + present);
        return new DataException(Kind.MISSING_COLUMN, "no column '" + name + "'" + nearest);
    }

    static DataException wrongType(String name, ColumnType found, String wanted) {
        return new DataException(
                Kind.WRONG_TYPE, "column '" + name + "' is of type " + found.spelling() + ", but must be " + wanted);
    }
}
