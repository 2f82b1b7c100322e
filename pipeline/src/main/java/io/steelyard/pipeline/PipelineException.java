package io.steelyard.pipeline;

import org.jspecify.annotations.Nullable;

/// A pipeline that cannot run: its file or its data are wrong. The message names the file, place or column and the remedy, and is
/// fit to be shown to a user as it stands.
public final class PipelineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception.
    ///
    /// @param message the sentence for the user
    /// @param cause the failure beneath, if any
    public PipelineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// An exception with no failure beneath.
    ///
    /// @param message the sentence for the user
    public PipelineException(String message) {
        this(message, null);
    }
}
