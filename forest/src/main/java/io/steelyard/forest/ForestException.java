package io.steelyard.forest;

import org.jspecify.annotations.Nullable;

/// A model file that cannot become a [Forest]: damaged, cut short, or of a kind that is not supported. The message
/// names the place in
/// the file and is fit to be shown to a user as it stands.
public final class ForestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception.
    ///
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public ForestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// An exception with no failure beneath.
    ///
    /// @param message the sentence for the user
    public ForestException(String message) {
        this(message, null);
    }
}
