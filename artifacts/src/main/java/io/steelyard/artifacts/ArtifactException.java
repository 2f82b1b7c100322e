package io.steelyard.artifacts;

import org.jspecify.annotations.Nullable;

/// What an artifact store refused.
public final class ArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it refused.
    public enum Kind {
        /// There is no such file.
        NOT_FOUND,
        /// The path is none that a store takes.
        INVALID,
        /// The disk is full.
        FULL,
        /// Reading or writing failed.
        FAILED
    }

    private final Kind kind;

    private ArtifactException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// Makes one of kind NOT_FOUND.
    ///
    /// @param message what is not there
    /// @return the exception
    public static ArtifactException notFound(String message) {
        return new ArtifactException(Kind.NOT_FOUND, message, null);
    }

    /// Makes one of kind INVALID.
    ///
    /// @param message what is wrong with which path
    /// @return the exception
    public static ArtifactException invalid(String message) {
        return new ArtifactException(Kind.INVALID, message, null);
    }

    /// Makes one of kind FULL.
    ///
    /// @param message what found no room, and the remedy
    /// @param cause why
    /// @return the exception
    public static ArtifactException full(String message, Throwable cause) {
        return new ArtifactException(Kind.FULL, message, cause);
    }

    /// Makes one of kind FAILED.
    ///
    /// @param message what failed; the cause's own words are added
    /// @param cause why
    /// @return the exception
    public static ArtifactException failed(String message, Throwable cause) {
        return new ArtifactException(Kind.FAILED, message + ": " + cause, cause);
    }

    /// Says why.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }
}
