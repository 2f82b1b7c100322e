package io.steelyard.sql;

import org.jspecify.annotations.Nullable;

/// What a database refused. The message names the database and, where there is one, the remedy.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it refused.
    public enum Kind {
        /// A newer program wrote it.
        NEWER,
        /// It cannot be opened, or its server does not answer or let us in.
        UNREACHABLE,
        /// It may not be written.
        READ_ONLY,
        /// Its disk is full.
        FULL,
        /// Somebody else held it too long; the same call may succeed when tried again.
        BUSY,
        /// A constraint of its tables was broken, for example a name that exists already.
        CONFLICT,
        /// The file is no database, or a damaged one.
        DAMAGED,
        /// Anything else: a mistake in our statements or migrations.
        FAILED
    }

    private final Kind kind;

    DatabaseException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// Says why.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }
}
