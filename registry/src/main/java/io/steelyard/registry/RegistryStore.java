package io.steelyard.registry;

import io.steelyard.tracking.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps registered models and their versions.
///
/// All methods may be called from any number of threads. A method that writes returns when what it wrote would survive
/// a crash, and has written all of it or, where it throws, nothing. What is refused is a [RegistryException] with
/// MLflow's words: of kind NOT_FOUND where a model or version is not there, of kind INVALID for a name, alias or tag
/// that [RegistryRules] refuses.
public interface RegistryStore {
    /// Makes a registry that lives as long as the object, for tests and for programs that keep nothing. It keeps every
    /// promise but that of surviving a crash.
    ///
    /// @return the registry
    static RegistryStore inMemory() {
        return inMemory(InstantSource.system(), () -> "");
    }

    /// Makes a registry that lives as long as the object.
    ///
    /// @param clock what it reads the time from
    /// @param actor says who acts in the calling thread, for the log, where an [Attribution] names nobody; empty: nobody
    ///     knows
    /// @return the registry
    static RegistryStore inMemory(InstantSource clock, Supplier<String> actor) {
        return new InMemoryRegistryStore(clock, actor);
    }

    /// Makes a registered model without versions.
    ///
    /// @param name its name
    /// @param description what people should know; may be empty
    /// @param tags values by key
    /// @return the model
    /// @throws RegistryException of kind ALREADY_EXISTS where the name is taken
    RegisteredModel createModel(String name, String description, Map<String, String> tags);

    /// Gives the registered model of a name, and makes it where there is none.
    ///
    /// @param name its name
    /// @return the model
    default RegisteredModel modelNamed(String name) {
        try {
            return model(name);
        } catch (RegistryException e) {
            if (e.kind() != RegistryException.Kind.NOT_FOUND) {
                throw e;
            }
        }
        try {
            return createModel(name, "", Map.of());
        } catch (RegistryException e) {
            if (e.kind() != RegistryException.Kind.ALREADY_EXISTS) {
                throw e;
            }
            // Somebody else made it in between.
            return model(name);
        }
    }

    /// Gives a registered model.
    ///
    /// @param name its name
    /// @return the model
    RegisteredModel model(String name);

    /// Gives all registered models.
    ///
    /// @return the models by name
    List<RegisteredModel> models();

    /// Registers a version; its number is one more than the greatest that the model ever had, its stage is development.
    ///
    /// One whose `artifactPath` is `models:/NAME/NUMBER` is a copy: its files lie where those of that version lie, and
    /// it takes over the run, the metrics and the origin that it does not say itself.
    ///
    /// @param version what it is made of
    /// @return the version
    /// @throws RegistryException of kind NOT_FOUND where the model, or the version that it is a copy of, is not there
    ModelVersion createVersion(NewModelVersion version);

    /// Gives a version.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @return the version
    ModelVersion version(String name, int version);

    /// Says where a version's files lie: its `artifactPath`, or where that leads to if it names another model.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @return for example `mlflow-artifacts:/1/0af…/artifacts/model`
    String downloadUri(String name, int version);

    /// Gives all versions of a model.
    ///
    /// @param name the model's name
    /// @return the versions, the newest first
    List<ModelVersion> versions(String name);

    /// Looks for the model that serves.
    ///
    /// @param name the model's name
    /// @return of the versions in production the one that was registered last (of two at the same time: the greater
    ///     number); empty: none is in production, or there is no such model
    Optional<ModelVersion> production(String name);

    /// Moves a version to a stage, and writes into the log who did it and why, also for the versions that are archived
    /// by it.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param stage where it moves
    /// @param archiving what becomes of the versions that stand there
    /// @param attribution who moves it, and why
    /// @return the version after it
    /// @throws RegistryException of kind INVALID where others are to be archived and the stage is neither staging nor
    ///     production
    ModelVersion transition(String name, int version, ModelStage stage, Archiving archiving, Attribution attribution);

    /// Lets an alias point at a version, and writes it into the log.
    ///
    /// @param name the model's name
    /// @param alias the alias
    /// @param version the version's number
    /// @param attribution who moves it, and why
    void setAlias(String name, String alias, int version, Attribution attribution);

    /// Gives the version that an alias points at; `latest` is always the version with the greatest number.
    ///
    /// @param name the model's name
    /// @param alias the alias
    /// @return the version
    /// @throws RegistryException of kind INVALID, as in MLflow, where there is no such alias
    ModelVersion versionByAlias(String name, String alias);

    /// Moves a version to production and archives what was there, lets the alias `production` point at it, all in one
    /// step.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param attribution who promotes it, and why
    /// @return the version after it
    ModelVersion promote(String name, int version, Attribution attribution);

    /// Writes or overwrites a version's tag.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param key the tag's key
    /// @param value the tag's value
    void setVersionTag(String name, int version, String key, String value);

    /// Gives the log of a model, also of one that was deleted.
    ///
    /// @param name a name
    /// @return what happened to all models that have or ever had that name, also under their other names, the oldest
    ///     first; nothing where no model ever had it
    List<RegistryEvent> log(String name);

    /// Tells from the log alone what was in production at a moment.
    ///
    /// @param name the model's name, of then or of now
    /// @param moment when
    /// @return see [RegistryTimeline#productionAt]
    default Optional<VersionStanding> productionAt(String name, Instant moment) {
        return RegistryTimeline.of(log(name)).productionAt(name, moment);
    }

    /// Tells from the log alone where an alias pointed at a moment.
    ///
    /// @param name the model's name, of then or of now
    /// @param alias the alias
    /// @param moment when
    /// @return see [RegistryTimeline#aliasAt]
    default Optional<VersionStanding> aliasAt(String name, String alias, Instant moment) {
        return RegistryTimeline.of(log(name)).aliasAt(name, alias, moment);
    }

    /// Gives another name to a model; its versions and aliases go with it.
    ///
    /// @param name its name
    /// @param newName its new name
    /// @return the model after it
    /// @throws RegistryException of kind ALREADY_EXISTS where the new name is taken
    RegisteredModel renameModel(String name, String newName);

    /// Changes a model's description.
    ///
    /// @param name its name
    /// @param description what people should know; may be empty
    /// @return the model after it
    RegisteredModel describeModel(String name, String description);

    /// Deletes a model with its versions, tags and aliases. What the log says of it stays.
    ///
    /// @param name its name
    /// @param attribution who deletes it, and why
    void deleteModel(String name, Attribution attribution);

    /// Writes or overwrites a model's tag.
    ///
    /// @param name the model's name
    /// @param key the tag's key
    /// @param value the tag's value
    void setModelTag(String name, String key, String value);

    /// Deletes a model's tag; one that is not there is no error.
    ///
    /// @param name the model's name
    /// @param key the tag's key
    void deleteModelTag(String name, String key);

    /// Searches for models.
    ///
    /// @param search what is asked for
    /// @return a page of them
    /// @throws RegistryException of kind INVALID for a filter, an order or a token that is none; the message shows where
    Page<RegisteredModel> searchModels(ModelSearch search);

    /// Gives the newest version of each stage.
    ///
    /// @param name the model's name
    /// @param stages the stages; none: all
    /// @return at most one version a stage
    List<ModelVersion> latestVersions(String name, List<ModelStage> stages);

    /// Changes a version's description.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param description what people should know; may be empty
    /// @return the version after it
    ModelVersion describeVersion(String name, int version, String description);

    /// Deletes a version, with its tags and the aliases that point at it. Its number is not used again.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param attribution who deletes it, and why
    void deleteVersion(String name, int version, Attribution attribution);

    /// Deletes a version's tag; one that is not there is no error.
    ///
    /// @param name the model's name
    /// @param version the version's number
    /// @param key the tag's key
    void deleteVersionTag(String name, int version, String key);

    /// Deletes an alias, and writes it into the log; one that is not there is no error.
    ///
    /// @param name the model's name
    /// @param alias the alias
    /// @param attribution who deletes it, and why
    void deleteAlias(String name, String alias, Attribution attribution);

    /// Searches for versions of any model.
    ///
    /// @param search what is asked for
    /// @return a page of them
    /// @throws RegistryException of kind INVALID for a filter, an order or a token that is none; the message shows where
    Page<ModelVersion> searchVersions(VersionSearch search);
}
