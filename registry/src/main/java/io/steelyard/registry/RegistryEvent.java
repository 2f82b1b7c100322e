package io.steelyard.registry;

/// One line of the registry's log, which is only ever appended to.
///
/// @param modelName the registered model's name
/// @param version the version that was changed
/// @param change what kind of change it was
/// @param alias the alias that was moved; empty for other changes
/// @param before what was before: MLflow's name of the stage, or the number of the version that the alias pointed at;
///     empty: nothing
/// @param after what is since: MLflow's name of the stage, or the number of the version that the alias points at
/// @param attribution who did it, and why
/// @param timeMillis when, in milliseconds since 1970-01-01 UTC
public record RegistryEvent(
        String modelName,
        int version,
        Change change,
        String alias,
        String before,
        String after,
        Attribution attribution,
        long timeMillis) {
    /// Kinds of change.
    public enum Change {
        /// A version was registered.
        REGISTERED,
        /// A version came to another stage.
        STAGE,
        /// An alias came to point at a version.
        ALIAS
    }
}
