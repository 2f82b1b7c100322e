package io.steelyard.training;

import org.jspecify.annotations.Nullable;

/// Rows or parameters that nothing can be learned from. The message says which and what would be right.
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception.
    ///
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public TrainingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// An exception with no failure beneath.
    ///
    /// @param message the sentence for the user
    public TrainingException(String message) {
        this(message, null);
    }
}
