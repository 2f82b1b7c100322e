package io.steelyard.server.models;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.TrackingStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people do with registered models: look at them, compare two versions, promote one, and ask what was. A command
/// uses it over the stores of its own folder, or over a server, with the same answers.
///
/// Each method refuses with a [RegistryException] over stores, and with its own exception over a server, where a model or
/// a version is not there.
public interface ModelDesk {
    /// Opens the desk over stores.
    ///
    /// @param tracking the runs of the versions
    /// @param registry the models
    /// @param artifacts the files of the versions
    /// @return the desk
    static ModelDesk of(TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts) {
        return new StoreModelDesk(tracking, registry, artifacts);
    }

    /// Gives all models.
    ///
    /// @return the models by name
    List<ModelSummary> list();

    /// Gives a model.
    ///
    /// @param name its name
    /// @return the model with its versions
    ModelDetails show(String name);

    /// Moves a version to production, archives what was there and lets the alias `production` point at it.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param attribution who promotes it, and why
    /// @return the version after it
    VersionSummary promote(String name, int version, Attribution attribution);

    /// Lets an alias point at a version.
    ///
    /// @param name the model's name
    /// @param alias the alias
    /// @param version the version's number
    /// @param attribution who moves it, and why
    /// @return the version after it
    VersionSummary alias(String name, String alias, int version, Attribution attribution);

    /// Gives the log of a model, also of one that was deleted.
    ///
    /// @param name a name that it has or had
    /// @return its lines, the oldest first
    /// @throws RegistryException of kind NOT_FOUND where no model ever had the name
    List<LogLine> log(String name);

    /// Tells what was in production, from the log alone.
    ///
    /// @param name the model's name, of then or of now
    /// @param moment when
    /// @return the version; empty: none was
    /// @throws RegistryException of kind NOT_FOUND where no model ever had the name
    Optional<PastProduction> production(String name, Instant moment);

    /// Compares two versions.
    ///
    /// @param name the model's name
    /// @param from the number of the one
    /// @param to the number of the other
    /// @return what differs
    VersionDiff diff(String name, int from, int to);
}
