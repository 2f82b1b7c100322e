package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `model_versions`, and a version with all that other tables hold of it.
final class VersionRows {
    private static final Table<Record> VERSIONS = table(name("model_versions"));
    private static final Field<Long> VERSION_NO = field(name("model_versions", "version_no"), SQLDataType.BIGINT);
    private static final Field<Long> MODEL_NO = field(name("model_versions", "model_no"), SQLDataType.BIGINT);
    private static final Field<Integer> VERSION = field(name("model_versions", "version"), SQLDataType.INTEGER);
    private static final Field<String> STAGE = field(name("model_versions", "stage"), SQLDataType.CLOB);
    private static final Field<String> ARTIFACT_PATH = field(name("model_versions", "artifact_path"), SQLDataType.CLOB);
    private static final Field<String> RUN_ID = field(name("model_versions", "run_id"), SQLDataType.CLOB);
    private static final Field<String> CONFIG_HASH = field(name("model_versions", "config_hash"), SQLDataType.CLOB);
    private static final Field<String> DATA_VERSION = field(name("model_versions", "data_version"), SQLDataType.CLOB);
    private static final Field<String> GIT_COMMIT = field(name("model_versions", "git_commit"), SQLDataType.CLOB);
    private static final Field<String> DESCRIPTION = field(name("model_versions", "description"), SQLDataType.CLOB);
    private static final Field<Long> CREATION_TIME = field(name("model_versions", "creation_time"), SQLDataType.BIGINT);
    private static final Field<Long> LAST_UPDATE_TIME =
            field(name("model_versions", "last_update_time"), SQLDataType.BIGINT);

    private VersionRows() {}

    static void insert(DSLContext sql, long model, int number, NewModelVersion version, long now) {
        long no = sql.insertInto(VERSIONS)
                .set(MODEL_NO, model)
                .set(VERSION, number)
                .set(STAGE, ModelStage.DEVELOPMENT.name())
                .set(ARTIFACT_PATH, version.artifactPath())
                .set(RUN_ID, version.runId())
                .set(CONFIG_HASH, version.configHash())
                .set(DATA_VERSION, version.dataVersion())
                .set(GIT_COMMIT, version.gitCommit())
                .set(DESCRIPTION, version.description())
                .set(CREATION_TIME, now)
                .set(LAST_UPDATE_TIME, now)
                .returning(VERSION_NO)
                .fetchSingle(VERSION_NO);
        TagRows.VERSION_TAGS.upsert(sql, no, version.tags());
        VersionMetricRows.insert(sql, no, version.metrics());
    }

    static long find(DSLContext sql, String name, int version) {
        return sql.select(VERSION_NO)
                .from(VERSIONS)
                .join(ModelRows.MODELS)
                .on(ModelRows.MODEL_NO.eq(MODEL_NO))
                .where(ModelRows.NAME.eq(name), VERSION.eq(version))
                .fetchOptional(VERSION_NO)
                .orElseThrow(() -> notFound(name, version));
    }

    static ModelVersion get(DSLContext sql, String name, int version) {
        return sql.select(ModelRows.MODEL_NO)
                .from(ModelRows.MODELS)
                .where(ModelRows.NAME.eq(name))
                .fetchOptional(ModelRows.MODEL_NO)
                .map(model -> get(sql, model, name, version))
                .orElseThrow(() -> notFound(name, version));
    }

    static ModelVersion get(DSLContext sql, long model, String name, int version) {
        return where(sql, model, name, VERSION.eq(version)).stream()
                .findFirst()
                .orElseThrow(() -> notFound(name, version));
    }

    private static RegistryException notFound(String name, int version) {
        return RegistryException.notFound("Model Version (name=" + name + ", version=" + version + ") not found");
    }

    static List<ModelVersion> all(DSLContext sql, long model, String name) {
        return where(sql, model, name, MODEL_NO.eq(model));
    }

    static List<ModelVersion> in(DSLContext sql, long model, String name, ModelStage stage) {
        return where(sql, model, name, STAGE.eq(stage.name()));
    }

    static Optional<ModelVersion> production(DSLContext sql, String name) {
        return sql.select(MODEL_NO, VERSION)
                .from(VERSIONS)
                .join(ModelRows.MODELS)
                .on(ModelRows.MODEL_NO.eq(MODEL_NO))
                .where(ModelRows.NAME.eq(name), STAGE.eq(ModelStage.PRODUCTION.name()))
                .orderBy(CREATION_TIME.desc(), VERSION.desc())
                .limit(1)
                .fetchOptional(row -> get(sql, row.value1(), name, row.value2()));
    }

    /// @return the newest version of each stage, by number
    static List<ModelVersion> latest(DSLContext sql, long model, String name) {
        return sql
                .select(max(VERSION))
                .from(VERSIONS)
                .where(MODEL_NO.eq(model))
                .groupBy(STAGE)
                .orderBy(max(VERSION))
                .fetch(row -> row.value1())
                .stream()
                .map(version -> get(sql, model, name, version))
                .toList();
    }

    static void setStage(DSLContext sql, long model, int version, ModelStage stage, long now) {
        sql.update(VERSIONS)
                .set(STAGE, stage.name())
                .set(LAST_UPDATE_TIME, now)
                .where(MODEL_NO.eq(model), VERSION.eq(version))
                .execute();
    }

    /// @return the model's versions, the newest first
    private static List<ModelVersion> where(DSLContext sql, long model, String name, Condition condition) {
        Map<Integer, List<String>> aliases = AliasRows.byVersion(sql, model);
        return sql.select(
                        VERSION_NO,
                        VERSION,
                        STAGE,
                        CONFIG_HASH,
                        DATA_VERSION,
                        GIT_COMMIT,
                        CREATION_TIME,
                        LAST_UPDATE_TIME,
                        ARTIFACT_PATH,
                        RUN_ID,
                        DESCRIPTION)
                .from(VERSIONS)
                .where(MODEL_NO.eq(model), condition)
                .orderBy(VERSION.desc())
                .fetch(row -> new ModelVersion(
                        name,
                        row.get(VERSION),
                        ModelStage.valueOf(row.get(STAGE)),
                        VersionMetricRows.of(sql, row.get(VERSION_NO)),
                        row.get(CONFIG_HASH),
                        row.get(DATA_VERSION),
                        row.get(GIT_COMMIT),
                        row.get(CREATION_TIME),
                        row.get(LAST_UPDATE_TIME),
                        row.get(ARTIFACT_PATH),
                        row.get(RUN_ID),
                        null,
                        "",
                        row.get(DESCRIPTION),
                        TagRows.VERSION_TAGS.of(sql, row.get(VERSION_NO)),
                        aliases.getOrDefault(row.get(VERSION), List.of())));
    }
}
