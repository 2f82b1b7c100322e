package io.steelyard.registry.jdbc;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelSearch;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryEvent;
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

/// A registry in a database. Each method is one transaction; what the database itself refuses is a [DatabaseException].
public final class JdbcRegistryStore implements RegistryStore {
    private static final MigrationSet MIGRATIONS =
            new MigrationSet("registry", "io/steelyard/registry/jdbc/migrations", 1);

    private static final String PRODUCTION_ALIAS = "production";

    private final Database database;
    private final InstantSource clock;

    private JdbcRegistryStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Opens the registry in a database, whose tables are made or brought to the newest version.
    ///
    /// @param database the database; it stays the caller's to close
    /// @return the registry
    /// @throws DatabaseException where the tables cannot be used
    public static RegistryStore open(Database database) {
        return open(database, InstantSource.system());
    }

    static RegistryStore open(Database database, InstantSource clock) {
        database.migrate(MIGRATIONS);
        return new JdbcRegistryStore(database, clock);
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        RegistryRules.requireModelName(name);
        tags.forEach(RegistryRules::requireTag);
        try {
            return database.transact(sql -> {
                ModelRows.insert(sql, name, description, tags, clock.millis());
                return ModelRows.get(sql, name);
            });
        } catch (DatabaseException e) {
            if (e.kind() == DatabaseException.Kind.CONFLICT) {
                throw RegistryException.alreadyExists("Registered Model (name=" + name + ") already exists.");
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
    public ModelVersion createVersion(NewModelVersion version) {
        return database.transact(sql -> {
            long now = clock.millis();
            long model = ModelRows.find(sql, version.modelName());
            int number = ModelRows.nextVersion(sql, model, now);
            VersionRows.insert(sql, model, number, version, now);
            LogRows.append(sql, LogRows.registered(version.modelName(), number, now));
            return VersionRows.get(sql, model, version.modelName(), number);
        });
    }

    @Override
    public ModelVersion version(String name, int version) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.get(sql, name, version));
    }

    @Override
    public List<ModelVersion> versions(String name) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.all(sql, ModelRows.find(sql, name), name));
    }

    @Override
    public Optional<ModelVersion> production(String name) {
        RegistryRules.requireModelName(name);
        return database.read(sql -> VersionRows.production(sql, name));
    }

    @Override
    public ModelVersion transition(
            String name, int version, ModelStage stage, Archiving archiving, Attribution attribution) {
        RegistryRules.requireModelName(name);
        return database.transact(
                sql -> new Moves(sql, name, attribution, clock.millis()).stage(version, stage, archiving));
    }

    @Override
    public void setAlias(String name, String alias, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireFreeAlias(alias);
        database.transact(sql -> {
            new Moves(sql, name, attribution, clock.millis()).alias(alias, version);
            return null;
        });
    }

    @Override
    public ModelVersion promote(String name, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        return database.transact(sql -> {
            Moves moves = new Moves(sql, name, attribution, clock.millis());
            moves.alias(PRODUCTION_ALIAS, version);
            return moves.stage(version, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS);
        });
    }

    @Override
    public ModelVersion versionByAlias(String name, String alias) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireAlias(alias);
        return database.read(sql -> {
            long model = ModelRows.find(sql, name);
            if (alias.equalsIgnoreCase(RegistryRules.LATEST)) {
                return VersionRows.all(sql, model, name).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> RegistryException.notFound("Latest version not found for model " + name + "."));
            }
            int version = AliasRows.version(sql, model, alias)
                    .orElseThrow(() -> RegistryException.invalid("Registered model alias " + alias + " not found."));
            return VersionRows.get(sql, model, name, version);
        });
    }

    @Override
    public void setVersionTag(String name, int version, String key, String value) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTag(key, value);
        database.transact(sql -> {
            long no = VersionRows.find(sql, name, version);
            TagRows.VERSION_TAGS.upsert(sql, no, Map.of(key, value));
            return null;
        });
    }

    @Override
    public List<RegistryEvent> log(String name) {
        return database.read(sql -> LogRows.of(sql, name));
    }

    @Override
    public RegisteredModel renameModel(String name, String newName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RegisteredModel describeModel(String name, String description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteModel(String name, Attribution attribution) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setModelTag(String name, String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteModelTag(String name, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<RegisteredModel> searchModels(ModelSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModelVersion> latestVersions(String name, List<ModelStage> stages) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion describeVersion(String name, int version, String description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteVersion(String name, int version, Attribution attribution) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteVersionTag(String name, int version, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteAlias(String name, String alias, Attribution attribution) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ModelVersion> searchVersions(VersionSearch search) {
        throw new UnsupportedOperationException();
    }
}
