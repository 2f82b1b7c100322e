package io.steelyard.registry.jdbc;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryEvent.Change;
import io.steelyard.registry.RegistryRules;
import java.util.Optional;
import org.jooq.DSLContext;

/// What moves of one model in one transaction, each with its line in the log.
final class Moves {
    private final DSLContext sql;
    private final String name;
    private final long model;
    private final Attribution attribution;
    private final long now;

    Moves(DSLContext sql, String name, Attribution attribution, long now) {
        this.sql = sql;
        this.name = name;
        this.model = ModelRows.lock(sql, name);
        this.attribution = attribution;
        this.now = now;
    }

    ModelVersion stage(int version, ModelStage stage, Archiving archiving) {
        ModelVersion moved = VersionRows.get(sql, name, version);
        ModelRows.touch(sql, model, now);
        if (archiving == Archiving.ARCHIVE_OTHERS) {
            RegistryRules.requireActive(stage);
            for (ModelVersion other : VersionRows.in(sql, model, stage)) {
                if (other.version() != version) {
                    set(other, ModelStage.ARCHIVED);
                }
            }
        }
        set(moved, stage);
        return VersionRows.get(sql, name, version);
    }

    private void set(ModelVersion version, ModelStage stage) {
        VersionRows.setStage(sql, model, version.version(), stage, now);
        append(RegistryEvent.ofVersion(version, Change.STAGE, stage.mlflowName(), attribution, now));
    }

    void alias(String alias, int version) {
        VersionRows.find(sql, name, version);
        Optional<Integer> before = AliasRows.version(sql, model, alias);
        AliasRows.set(sql, model, alias, version);
        append(RegistryEvent.ofAlias(name, alias, before.orElse(null), version, attribution, now));
    }

    void deleteAlias(String alias) {
        Optional<Integer> before = AliasRows.version(sql, model, alias);
        if (before.isPresent()) {
            AliasRows.delete(sql, model, alias);
            append(RegistryEvent.ofAlias(name, alias, before.get(), null, attribution, now));
        }
    }

    void deleteVersion(int version) {
        ModelVersion deleted = VersionRows.get(sql, name, version);
        AliasRows.at(sql, model, version).forEach(this::deleteAlias);
        VersionRows.delete(sql, model, version);
        ModelRows.touch(sql, model, now);
        append(RegistryEvent.ofVersion(deleted, Change.VERSION_DELETED, "", attribution, now));
    }

    void deleteModel() {
        ModelRows.delete(sql, model);
        append(RegistryEvent.ofModel(name, Change.DELETED, attribution, now));
    }

    void rename(String newName) {
        ModelRows.rename(sql, model, newName);
        ModelRows.touch(sql, model, now);
        VersionRows.touchAll(sql, model, now);
        append(RegistryEvent.renamed(name, newName, attribution, now));
    }

    private void append(RegistryEvent event) {
        LogRows.append(sql, model, event);
    }
}
