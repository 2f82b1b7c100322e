package io.steelyard.registry;

import org.jspecify.annotations.Nullable;

/// One line of the registry's log, which is only ever appended to.
///
/// | change | version | alias | before | after |
/// |---|---|---|---|---|
/// | CREATED | 0 | | | |
/// | RENAMED | 0 | | the old name | the new name |
/// | DELETED | 0 | | | |
/// | REGISTERED | its number | | | stage |
/// | STAGE | its number | | stage | stage |
/// | VERSION_DELETED | its number | | stage | |
/// | ALIAS | where it points now | its name | where it pointed, if it was there | where it points now |
/// | ALIAS_DELETED | where it pointed | its name | where it pointed | |
///
/// Stages have MLflow's names; aliases point at numbers of versions. When a version is deleted, the aliases that point
/// at it are deleted before it, each with its line; when a model is deleted, its one line stands for all that it had.
///
/// @param modelName the registered model's name after the change
/// @param version the version that was changed; 0 where the change is the model's
/// @param change what kind of change it was
/// @param alias the alias that was moved; empty for other changes
/// @param before what was before; empty: nothing
/// @param after what is since; empty: nothing
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
        /// A model was made.
        CREATED,
        /// A model got another name.
        RENAMED,
        /// A model was deleted, with its versions and aliases.
        DELETED,
        /// A version was registered.
        REGISTERED,
        /// A version came to another stage.
        STAGE,
        /// A version was deleted.
        VERSION_DELETED,
        /// An alias came to point at a version.
        ALIAS,
        /// An alias was deleted, by itself or because its version was.
        ALIAS_DELETED
    }

    /// Makes a line about a model as a whole.
    ///
    /// @param name the model's name
    /// @param change CREATED or DELETED
    /// @param attribution who did it, and why
    /// @param now when, in milliseconds since 1970-01-01 UTC
    /// @return the line
    public static RegistryEvent ofModel(String name, Change change, Attribution attribution, long now) {
        return new RegistryEvent(name, 0, change, "", "", "", attribution, now);
    }

    /// Makes a line about a new name.
    ///
    /// @param before the old name
    /// @param after the new name
    /// @param attribution who did it, and why
    /// @param now when, in milliseconds since 1970-01-01 UTC
    /// @return the line
    public static RegistryEvent renamed(String before, String after, Attribution attribution, long now) {
        return new RegistryEvent(after, 0, Change.RENAMED, "", before, after, attribution, now);
    }

    /// Makes a line about a new version.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param attribution who did it, and why
    /// @param now when, in milliseconds since 1970-01-01 UTC
    /// @return the line
    public static RegistryEvent registered(String name, int version, Attribution attribution, long now) {
        return new RegistryEvent(
                name, version, Change.REGISTERED, "", "", ModelStage.DEVELOPMENT.mlflowName(), attribution, now);
    }

    /// Makes a line about a version's stage, or its end.
    ///
    /// @param version the version before it
    /// @param change STAGE or VERSION_DELETED
    /// @param after MLflow's name of the stage that it has since; empty: it is deleted
    /// @param attribution who did it, and why
    /// @param now when, in milliseconds since 1970-01-01 UTC
    /// @return the line
    public static RegistryEvent ofVersion(
            ModelVersion version, Change change, String after, Attribution attribution, long now) {
        return new RegistryEvent(
                version.modelName(),
                version.version(),
                change,
                "",
                version.stage().mlflowName(),
                after,
                attribution,
                now);
    }

    /// Makes a line about an alias.
    ///
    /// @param name the model's name
    /// @param alias the alias
    /// @param before where it pointed; null: it was not there
    /// @param after where it points since; null: it is deleted
    /// @param attribution who did it, and why
    /// @param now when, in milliseconds since 1970-01-01 UTC
    /// @return the line
    /// @throws IllegalArgumentException where it was not there and is not there
    public static RegistryEvent ofAlias(
            String name,
            String alias,
            @Nullable Integer before,
            @Nullable Integer after,
            Attribution attribution,
            long now) {
        Integer version = after == null ? before : after;
        if (version == null) {
            throw new IllegalArgumentException("the alias " + alias + " neither was nor is there");
        }
        return new RegistryEvent(
                name,
                version,
                after == null ? Change.ALIAS_DELETED : Change.ALIAS,
                alias,
                before == null ? "" : before.toString(),
                after == null ? "" : after.toString(),
                attribution,
                now);
    }
}
