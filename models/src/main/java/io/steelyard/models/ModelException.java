package io.steelyard.models;

import org.jspecify.annotations.Nullable;

/// What can be wrong with a stored model: the one exception of this room, with its kind. The message names the file and
/// is fit to
/// be shown to a user as it stands.
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// The kinds of trouble.
    public enum Kind {
        /// The folder, or a file that belongs into it, is not there.
        NOT_FOUND,
        /// A file is damaged, or the files do not fit together.
        DAMAGED,
        /// The model is whole, but of a kind that cannot be opened.
        UNSUPPORTED,
        /// A file could not be read or written for another reason.
        UNREADABLE
    }

    /// An exception of a kind.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public ModelException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// An exception of a kind, with no failure beneath.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    public ModelException(Kind kind, String message) {
        this(kind, message, null);
    }

    /// What is wrong.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }
}
