package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `model_versions`.
final class VersionRows {
    private static final Table<Record> VERSIONS = table(name("model_versions"));
    static final Field<Long> VERSION_NO = field(name("model_versions", "version_no"), SQLDataType.BIGINT);
    private static final Field<Long> MODEL_NO = field(name("model_versions", "model_no"), SQLDataType.BIGINT);
    static final Field<Integer> VERSION = field(name("model_versions", "version"), SQLDataType.INTEGER);
    private static final Field<String> STAGE = field(name("model_versions", "stage"), SQLDataType.CLOB);
    static final Field<String> ARTIFACT_PATH = field(name("model_versions", "artifact_path"), SQLDataType.CLOB);
    static final Field<String> RUN_ID = field(name("model_versions", "run_id"), SQLDataType.CLOB);
    private static final Field<String> MODEL_ID = field(name("model_versions", "model_id"), SQLDataType.CLOB);
    private static final Field<String> RUN_LINK = field(name("model_versions", "run_link"), SQLDataType.CLOB);
    private static final Field<String> STORAGE_LOCATION =
            field(name("model_versions", "storage_location"), SQLDataType.CLOB);
    private static final Field<String> CONFIG_HASH = field(name("model_versions", "config_hash"), SQLDataType.CLOB);
    private static final Field<String> DATA_VERSION = field(name("model_versions", "data_version"), SQLDataType.CLOB);
    private static final Field<String> GIT_COMMIT = field(name("model_versions", "git_commit"), SQLDataType.CLOB);
    private static final Field<String> DESCRIPTION = field(name("model_versions", "description"), SQLDataType.CLOB);
    static final Field<Long> CREATION_TIME = field(name("model_versions", "creation_time"), SQLDataType.BIGINT);
    static final Field<Long> LAST_UPDATE_TIME = field(name("model_versions", "last_update_time"), SQLDataType.BIGINT);

    private VersionRows() {}

    static void insert(DSLContext sql, long model, int number, NewModelVersion version, long now) {
        long no = sql.insertInto(VERSIONS)
                .set(MODEL_NO, model)
                .set(VERSION, number)
                .set(STAGE, ModelStage.DEVELOPMENT.name())
                .set(ARTIFACT_PATH, version.artifactPath())
                .set(STORAGE_LOCATION, version.storageLocation())
                .set(RUN_ID, version.runId())
                .set(RUN_LINK, version.runLink())
                .set(MODEL_ID, version.modelId())
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

    /// @return the version's number in all tables
    static long find(DSLContext sql, String name, int version) {
        return sql.select(VERSION_NO)
                .from(VERSIONS)
                .join(ModelRows.MODELS)
                .on(ModelRows.MODEL_NO.eq(MODEL_NO))
                .where(ModelRows.NAME.eq(name), VERSION.eq(version))
                .fetchOptional(VERSION_NO)
                .orElseThrow(() -> RegistryRules.noVersion(name, version));
    }

    static ModelVersion get(DSLContext sql, String name, int version) {
        return select(sql, List.of(ModelRows.NAME.eq(name), VERSION.eq(version)), List.of(), 1).stream()
                .findFirst()
                .orElseThrow(() -> RegistryRules.noVersion(name, version));
    }

    static String downloadUri(DSLContext sql, String name, int version) {
        return sql.select(coalesce(STORAGE_LOCATION, ARTIFACT_PATH))
                .from(VERSIONS)
                .join(ModelRows.MODELS)
                .on(ModelRows.MODEL_NO.eq(MODEL_NO))
                .where(ModelRows.NAME.eq(name), VERSION.eq(version))
                .fetchOptional(row -> row.value1())
                .orElseThrow(() -> RegistryRules.noVersion(name, version));
    }

    /// @return the model's versions, the newest first
    static List<ModelVersion> all(DSLContext sql, long model) {
        return select(sql, List.of(MODEL_NO.eq(model)), List.of(VERSION.desc()), Integer.MAX_VALUE);
    }

    static Optional<ModelVersion> newest(DSLContext sql, long model) {
        return select(sql, List.of(MODEL_NO.eq(model)), List.of(VERSION.desc()), 1).stream()
                .findFirst();
    }

    static List<ModelVersion> in(DSLContext sql, long model, ModelStage stage) {
        return select(
                sql, List.of(MODEL_NO.eq(model), STAGE.eq(stage.name())), List.of(VERSION.desc()), Integer.MAX_VALUE);
    }

    static Optional<ModelVersion> production(DSLContext sql, String name) {
        return select(
                        sql,
                        List.of(ModelRows.NAME.eq(name), STAGE.eq(ModelStage.PRODUCTION.name())),
                        List.of(CREATION_TIME.desc(), VERSION.desc()),
                        1)
                .stream()
                .findFirst();
    }

    /// @return by model's name the newest version of each stage, by number
    static Map<String, List<ModelVersion>> latest(DSLContext sql, List<Long> models) {
        Table<Record> newer = VERSIONS.as(name("newer"));
        Condition isLatest = notExists(selectOne()
                .from(newer)
                .where(
                        field(name("newer", "model_no"), SQLDataType.BIGINT).eq(MODEL_NO),
                        field(name("newer", "stage"), SQLDataType.CLOB).eq(STAGE),
                        field(name("newer", "version"), SQLDataType.INTEGER).gt(VERSION)));
        List<ModelVersion> latest = new ArrayList<>();
        for (List<Long> some : Batches.of(models)) {
            latest.addAll(select(sql, List.of(MODEL_NO.in(some), isLatest), List.of(VERSION.asc()), Integer.MAX_VALUE));
        }
        return latest.stream().collect(Collectors.groupingBy(ModelVersion::modelName));
    }

    static void setStage(DSLContext sql, long model, int version, ModelStage stage, long now) {
        sql.update(VERSIONS)
                .set(STAGE, stage.name())
                .set(LAST_UPDATE_TIME, now)
                .where(MODEL_NO.eq(model), VERSION.eq(version))
                .execute();
    }

    static void describe(DSLContext sql, long versionNo, String description, long now) {
        sql.update(VERSIONS)
                .set(DESCRIPTION, description)
                .set(LAST_UPDATE_TIME, now)
                .where(VERSION_NO.eq(versionNo))
                .execute();
    }

    static void touchAll(DSLContext sql, long model, long now) {
        sql.update(VERSIONS)
                .set(LAST_UPDATE_TIME, now)
                .where(MODEL_NO.eq(model))
                .execute();
    }

    /// Deletes a version; its tags, metrics and aliases go with it.
    static void delete(DSLContext sql, long model, int version) {
        sql.deleteFrom(VERSIONS).where(MODEL_NO.eq(model), VERSION.eq(version)).execute();
    }

    static List<ModelVersion> select(
            DSLContext sql, List<Condition> conditions, List<? extends OrderField<?>> order, int limit) {
        List<Record> rows = sql.select(
                        VERSION_NO,
                        MODEL_NO,
                        ModelRows.NAME,
                        VERSION,
                        STAGE,
                        CONFIG_HASH,
                        DATA_VERSION,
                        GIT_COMMIT,
                        CREATION_TIME,
                        LAST_UPDATE_TIME,
                        ARTIFACT_PATH,
                        RUN_ID,
                        MODEL_ID,
                        RUN_LINK,
                        DESCRIPTION)
                .from(VERSIONS)
                .join(ModelRows.MODELS)
                .on(ModelRows.MODEL_NO.eq(MODEL_NO))
                .where(conditions)
                .orderBy(order)
                .limit(limit)
                .fetch(row -> (Record) row);
        List<Long> numbers = rows.stream().map(row -> row.get(VERSION_NO)).toList();
        Map<Long, Map<String, Double>> metrics = VersionMetricRows.of(sql, numbers);
        Map<Long, Map<String, String>> tags = TagRows.VERSION_TAGS.of(sql, numbers);
        Map<Long, Map<String, Integer>> aliases = AliasRows.of(
                sql, rows.stream().map(row -> row.get(MODEL_NO)).distinct().toList());
        return rows.stream()
                .map(row -> new ModelVersion(
                        row.get(ModelRows.NAME),
                        row.get(VERSION),
                        ModelStage.valueOf(row.get(STAGE)),
                        metrics.getOrDefault(row.get(VERSION_NO), Map.of()),
                        row.get(CONFIG_HASH),
                        row.get(DATA_VERSION),
                        row.get(GIT_COMMIT),
                        row.get(CREATION_TIME),
                        row.get(LAST_UPDATE_TIME),
                        row.get(ARTIFACT_PATH),
                        row.get(RUN_ID),
                        row.get(MODEL_ID),
                        row.get(RUN_LINK),
                        row.get(DESCRIPTION),
                        tags.getOrDefault(row.get(VERSION_NO), Map.of()),
                        aliases.getOrDefault(row.get(MODEL_NO), Map.of()).entrySet().stream()
                                .filter(alias -> alias.getValue().equals(row.get(VERSION)))
                                .map(Map.Entry::getKey)
                                .toList()))
                .toList();
    }
}
