package io.steelyard.server;

import org.jspecify.annotations.Nullable;

/// A server that cannot start, or a data folder that cannot be used. The message names the folder and the remedy, and is
/// fit to be shown to a user as it stands.
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception.
    ///
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
