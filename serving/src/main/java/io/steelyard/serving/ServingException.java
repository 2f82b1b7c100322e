package io.steelyard.serving;

import org.jspecify.annotations.Nullable;

/// What can go wrong with serving: the one exception of this room, with its kind. The message is fit to be shown to a user as it
/// stands.
public final class ServingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// The kinds of trouble.
    public enum Kind {
        /// A request is not as it must be; the message names the field.
        INVALID_REQUEST,
        /// A request names a model version that is not loaded; the message lists those that are.
        UNKNOWN_MODEL_VERSION,
        /// A request's body is larger than the server takes.
        REQUEST_TOO_LARGE,
        /// A request comes from a page or under a name that is not the server's.
        FORBIDDEN,
        /// There is nothing at this path.
        NOT_FOUND,
        /// The path does not take this method.
        METHOD_NOT_ALLOWED,
        /// No model is loaded yet, or the server is stopping or has no room: come again later.
        UNAVAILABLE,
        /// The port cannot be listened on.
        PORT
    }

    /// An exception of a kind.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public ServingException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// An exception of a kind, with no failure beneath.
    ///
    /// @param kind what is wrong
    /// @param message the sentence for the user
    public ServingException(Kind kind, String message) {
        this(kind, message, null);
    }

    /// What is wrong.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }

    static ServingException invalid(String message) {
        return new ServingException(Kind.INVALID_REQUEST, message);
    }
}
