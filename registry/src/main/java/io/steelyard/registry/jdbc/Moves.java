package io.steelyard.registry.jdbc;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryEvent.Change;
import io.steelyard.registry.RegistryException;
import java.util.Optional;
import org.jooq.DSLContext;

/// Moves of stages and aliases in one transaction, each with its line in the log.
final class Moves {
    private final DSLContext sql;
    private final String name;
    private final long model;
    private final Attribution attribution;
    private final long now;

    Moves(DSLContext sql, String name, Attribution attribution, long now) {
        this.sql = sql;
        this.name = name;
        this.model = ModelRows.find(sql, name);
        this.attribution = attribution;
        this.now = now;
        ModelRows.touch(sql, model, now);
    }

    ModelVersion stage(int version, ModelStage stage, Archiving archiving) {
        ModelVersion moved = VersionRows.get(sql, model, name, version);
        if (archiving == Archiving.ARCHIVE_OTHERS) {
            if (stage != ModelStage.STAGING && stage != ModelStage.PRODUCTION) {
                throw RegistryException.invalid(
                        "Model version transition cannot archive existing model versions because '" + stage.mlflowName()
                                + "' is not an Active stage. Valid stages are ['Staging', 'Production']");
            }
            for (ModelVersion other : VersionRows.in(sql, model, name, stage)) {
                if (other.version() != version) {
                    set(other, ModelStage.ARCHIVED);
                }
            }
        }
        set(moved, stage);
        return VersionRows.get(sql, model, name, version);
    }

    private void set(ModelVersion version, ModelStage stage) {
        VersionRows.setStage(sql, model, version.version(), stage, now);
        LogRows.append(
                sql,
                new RegistryEvent(
                        name,
                        version.version(),
                        Change.STAGE,
                        "",
                        version.stage().mlflowName(),
                        stage.mlflowName(),
                        attribution,
                        now));
    }

    void alias(String alias, int version) {
        VersionRows.find(sql, name, version);
        Optional<Integer> before = AliasRows.version(sql, model, alias);
        AliasRows.set(sql, model, alias, version);
        LogRows.append(
                sql,
                new RegistryEvent(
                        name,
                        version,
                        Change.ALIAS,
                        alias,
                        before.map(String::valueOf).orElse(""),
                        Integer.toString(version),
                        attribution,
                        now));
    }
}
