package io.steelyard.server.imports;

import org.jspecify.annotations.Nullable;

/// A store that cannot be brought over. The message names what cannot be read, and is fit to be shown to a user.
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception.
    ///
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public ImportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
