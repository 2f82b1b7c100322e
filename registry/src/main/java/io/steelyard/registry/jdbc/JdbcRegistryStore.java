package io.steelyard.registry.jdbc;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.CopiedVersion;
import io.steelyard.registry.ModelSearch;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryEvent.Change;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.RegistryRules;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.VersionSearch;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseException;
import io.steelyard.sql.MigrationSet;
import io.steelyard.tracking.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A registry in a database. Each method is one transaction; what the database itself refuses is a [DatabaseException].
public final class JdbcRegistryStore implements RegistryStore {
    static final MigrationSet MIGRATIONS = new MigrationSet("registry", "io/steelyard/registry/jdbc/migrations", 2);

    private static final String PRODUCTION_ALIAS = "production";

    private final Database database;
    private final InstantSource clock;
    private final Supplier<String> actor;

    private JdbcRegistryStore(Database database, InstantSource clock, Supplier<String> actor) {
        this.database = database;
        this.clock = clock;
        this.actor = actor;
    }

    /// Opens the registry in a database, whose tables are made or brought to the newest version.
    ///
    /// @param database the database; it stays the caller's to close
    /// @return the registry
    /// @throws DatabaseException where the tables cannot be used
    public static RegistryStore open(Database database) {
        return open(database, () -> "");
    }

    /// Opens the registry in a database, whose tables are made or brought to the newest version.
    ///
    /// @param database the database; it stays the caller's to close
    /// @param actor says who acts in the calling thread, for the log, where an [Attribution] names nobody; empty: nobody
    ///     knows
    /// @return the registry
    /// @throws DatabaseException where the tables cannot be used
    public static RegistryStore open(Database database, Supplier<String> actor) {
        return open(database, InstantSource.system(), actor);
    }

    static RegistryStore open(Database database, InstantSource clock, Supplier<String> actor) {
        database.migrate(MIGRATIONS);
        return new JdbcRegistryStore(database, clock, actor);
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        RegistryRules.requireModelName(name);
        tags.forEach(RegistryRules::requireTag);
        Attribution by = by(Attribution.NONE);
        try {
            return database.transact(sql -> {
                long now = clock.millis();
                long model = ModelRows.insert(sql, name, description, tags, now);
                LogRows.append(sql, model, RegistryEvent.ofModel(name, Change.CREATED, by, now));
                return ModelRows.get(sql, name);
            });
        } catch (DatabaseException e) {
            if (e.kind() == DatabaseException.Kind.CONFLICT) {
                throw RegistryRules.nameTaken(name, tags, model(name).tags());
            }
            throw e;
        }
    }

    @Override
    public RegisteredModel model(String name) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> ModelRows.get(sql, name));
    }

    @Override
    public List<RegisteredModel> models() {
        return database.read(ModelRows::all);
    }

    @Override
    public RegisteredModel renameModel(String name, String newName) {
        RegistryRules.requireNewModelName(newName);
        RegistryRules.requireModelName(name);
        try {
            return move(name, Attribution.NONE, (sql, moves) -> {
                moves.rename(newName);
                return ModelRows.get(sql, newName);
            });
        } catch (DatabaseException e) {
            if (e.kind() == DatabaseException.Kind.CONFLICT) {
                throw RegistryException.alreadyExists("Registered Model (name=" + newName + ") already exists.");
            }
            throw e;
        }
    }

    @Override
    public RegisteredModel describeModel(String name, String description) {
        RegistryRules.requireModelName(name);
        return database.transact(sql -> {
            long model = ModelRows.find(sql, name);
            ModelRows.describe(sql, model, description);
            ModelRows.touch(sql, model, clock.millis());
            return ModelRows.get(sql, name);
        });
    }

    @Override
    public void deleteModel(String name, Attribution attribution) {
        RegistryRules.requireModelName(name);
        move(name, attribution, (sql, moves) -> {
            moves.deleteModel();
            return null;
        });
    }

    @Override
    public void setModelTag(String name, String key, String value) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTag(key, value);
        database.transact(sql -> {
            TagRows.MODEL_TAGS.upsert(sql, ModelRows.find(sql, name), Map.of(key, value));
            return null;
        });
    }

    @Override
    public void deleteModelTag(String name, String key) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTagKey(key);
        database.transact(sql -> {
            TagRows.MODEL_TAGS.delete(sql, ModelRows.find(sql, name), key);
            return null;
        });
    }

    @Override
    public Page<RegisteredModel> searchModels(ModelSearch search) {
        return Searches.models(database, search);
    }

    @Override
    public ModelVersion createVersion(NewModelVersion version) {
        Attribution by = by(Attribution.NONE);
        return database.transact(sql -> {
            long now = clock.millis();
            String name = version.modelName();
            long model = ModelRows.find(sql, name);
            NewModelVersion complete = complete(sql, version);
            int number = ModelRows.nextVersion(sql, model, now);
            VersionRows.insert(sql, model, number, complete, now);
            LogRows.append(sql, model, RegistryEvent.registered(name, number, by, now));
            return VersionRows.get(sql, name, number);
        });
    }

    private static NewModelVersion complete(DSLContext sql, NewModelVersion version) {
        Optional<CopiedVersion> original = CopiedVersion.of(version.artifactPath());
        if (original.isEmpty() || version.storageLocation() != null) {
            return version;
        }
        String name = original.get().modelName();
        int number = original.get().version();
        return version.copying(VersionRows.get(sql, name, number), VersionRows.downloadUri(sql, name, number));
    }

    @Override
    public ModelVersion version(String name, int version) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.get(sql, name, version));
    }

    @Override
    public String downloadUri(String name, int version) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.downloadUri(sql, name, version));
    }

    @Override
    public List<ModelVersion> versions(String name) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.all(sql, ModelRows.find(sql, name)));
    }

    @Override
    public List<ModelVersion> latestVersions(String name, List<ModelStage> stages) {
        return model(name).latestVersions().stream()
                .filter(version -> stages.isEmpty() || stages.contains(version.stage()))
                .toList();
    }

    @Override
    public Optional<ModelVersion> production(String name) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.production(sql, name));
    }

    @Override
    public ModelVersion versionByAlias(String name, String alias) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireAlias(alias);
        return database.read(sql -> {
            long model = ModelRows.find(sql, name);
            if (alias.equalsIgnoreCase(RegistryRules.LATEST)) {
                return VersionRows.newest(sql, model).orElseThrow(() -> RegistryRules.noLatest(name));
            }
            int version = AliasRows.version(sql, model, alias).orElseThrow(() -> RegistryRules.noAlias(alias));
            return VersionRows.get(sql, name, version);
        });
    }

    @Override
    public Page<ModelVersion> searchVersions(VersionSearch search) {
        return Searches.versions(database, search);
    }

    @Override
    public ModelVersion transition(
            String name, int version, ModelStage stage, Archiving archiving, Attribution attribution) {
        RegistryRules.requireModelName(name);
        return moveVersion(name, version, attribution, (sql, moves) -> moves.stage(version, stage, archiving));
    }

    @Override
    public void setAlias(String name, String alias, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireFreeAlias(alias);
        moveVersion(name, version, attribution, (sql, moves) -> {
            moves.alias(alias, version);
            return null;
        });
    }

    @Override
    public void deleteAlias(String name, String alias, Attribution attribution) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireAlias(alias);
        move(name, attribution, (sql, moves) -> {
            moves.deleteAlias(alias);
            return null;
        });
    }

    @Override
    public ModelVersion promote(String name, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        return moveVersion(name, version, attribution, (sql, moves) -> {
            moves.alias(PRODUCTION_ALIAS, version);
            return moves.stage(version, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS);
        });
    }

    @Override
    public ModelVersion describeVersion(String name, int version, String description) {
        RegistryRules.requireModelName(name);
        return database.transact(sql -> {
            VersionRows.describe(sql, VersionRows.find(sql, name, version), description, clock.millis());
            return VersionRows.get(sql, name, version);
        });
    }

    @Override
    public void deleteVersion(String name, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        moveVersion(name, version, attribution, (sql, moves) -> {
            moves.deleteVersion(version);
            return null;
        });
    }

    @Override
    public void setVersionTag(String name, int version, String key, String value) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTag(key, value);
        database.transact(sql -> {
            TagRows.VERSION_TAGS.upsert(sql, VersionRows.find(sql, name, version), Map.of(key, value));
            return null;
        });
    }

    @Override
    public void deleteVersionTag(String name, int version, String key) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTagKey(key);
        database.transact(sql -> {
            TagRows.VERSION_TAGS.delete(sql, VersionRows.find(sql, name, version), key);
            return null;
        });
    }

    @Override
    public List<RegistryEvent> log(String name) {
        return database.read(sql -> LogRows.of(sql, name));
    }

    private <T extends @Nullable Object> T move(
            String name, Attribution attribution, BiFunction<DSLContext, Moves, T> change) {
        Attribution by = by(attribution);
        return database.transact(sql -> change.apply(sql, new Moves(sql, name, by, clock.millis())));
    }

    /// Where there is no such version, MLflow names it whether the model is there or not.
    private <T extends @Nullable Object> T moveVersion(
            String name, int version, Attribution attribution, BiFunction<DSLContext, Moves, T> change) {
        Attribution by = by(attribution);
        return database.transact(sql -> {
            VersionRows.find(sql, name, version);
            return change.apply(sql, new Moves(sql, name, by, clock.millis()));
        });
    }

    private Attribution by(Attribution attribution) {
        return attribution.orBy(actor.get());
    }
}
