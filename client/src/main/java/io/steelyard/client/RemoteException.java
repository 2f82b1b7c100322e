package io.steelyard.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server refused, or that it could not be reached. The message names the request and what the server said.
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What went wrong.
    public enum Kind {
        /// The server cannot be reached, or it broke off.
        UNREACHABLE,
        /// The server refused the request: it, or what it speaks of, is at fault.
        REFUSED,
        /// The server failed, or answered something that is no answer.
        FAILED
    }

    private final Kind kind;
    private final @Nullable String errorCode;

    RemoteException(Kind kind, String message, @Nullable String errorCode, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.errorCode = errorCode;
    }

    /// Says what went wrong.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }

    /// Gives MLflow's name of the error.
    ///
    /// @return for example `RESOURCE_DOES_NOT_EXIST`; empty where the server gave none
    public Optional<String> errorCode() {
        return Optional.ofNullable(errorCode);
    }
}
