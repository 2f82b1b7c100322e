package io.steelyard.tracking;

/// What a tracking store refused. The message is MLflow's where MLflow has one for it.
public final class TrackingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it refused.
    public enum Kind {
        /// There is no such experiment or run.
        NOT_FOUND,
        /// There is one of that name already.
        ALREADY_EXISTS,
        /// What was given cannot be taken.
        INVALID,
        /// It cannot be done to something in this state.
        INVALID_STATE
    }

    private final Kind kind;

    private TrackingException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// Makes one of kind NOT_FOUND.
    ///
    /// @param message what is not there
    /// @return the exception
    public static TrackingException notFound(String message) {
        return new TrackingException(Kind.NOT_FOUND, message);
    }

    /// Makes one of kind ALREADY_EXISTS.
    ///
    /// @param message what is there
    /// @return the exception
    public static TrackingException alreadyExists(String message) {
        return new TrackingException(Kind.ALREADY_EXISTS, message);
    }

    /// Makes one of kind INVALID.
    ///
    /// @param message what is wrong
    /// @return the exception
    public static TrackingException invalid(String message) {
        return new TrackingException(Kind.INVALID, message);
    }

    /// Makes one of kind INVALID_STATE.
    ///
    /// @param message what state it is in
    /// @return the exception
    public static TrackingException invalidState(String message) {
        return new TrackingException(Kind.INVALID_STATE, message);
    }

    static void throwInvalid(String message) {
        throw invalid(message);
    }

    /// Says why.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }
}
