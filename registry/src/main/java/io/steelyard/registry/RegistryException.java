package io.steelyard.registry;

/// What a registry refused. The message is MLflow's where MLflow has one for it.
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it refused.
    public enum Kind {
        /// There is no such model, version or alias.
        NOT_FOUND,
        /// There is a model of that name already.
        ALREADY_EXISTS,
        /// What was given cannot be taken.
        INVALID
    }

    private final Kind kind;

    private RegistryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// Makes one of kind NOT_FOUND.
    ///
    /// @param message what is not there
    /// @return the exception
    public static RegistryException notFound(String message) {
        return new RegistryException(Kind.NOT_FOUND, message);
    }

    /// Makes one of kind ALREADY_EXISTS.
    ///
    /// @param message what is there
    /// @return the exception
    public static RegistryException alreadyExists(String message) {
        return new RegistryException(Kind.ALREADY_EXISTS, message);
    }

    /// Makes one of kind INVALID.
    ///
    /// @param message what is wrong
    /// @return the exception
    public static RegistryException invalid(String message) {
        return new RegistryException(Kind.INVALID, message);
    }

    /// Says why.
    ///
    /// @return the kind
    public Kind kind() {
        return kind;
    }
}
