package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.DatasetSummary;
import io.steelyard.tracking.RunInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The tables `datasets`, `inputs` and `input_tags`.
final class InputRows {
    private static final Table<Record> DATASETS = table(name("datasets"));
    private static final Field<Long> DATASET_ID = field(name("datasets", "dataset_id"), SQLDataType.BIGINT);
    private static final Field<Long> EXPERIMENT_ID = field(name("datasets", "experiment_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("datasets", "name"), SQLDataType.CLOB);
    private static final Field<String> DIGEST = field(name("datasets", "digest"), SQLDataType.CLOB);
    private static final Field<String> SOURCE_TYPE = field(name("datasets", "source_type"), SQLDataType.CLOB);
    private static final Field<String> SOURCE = field(name("datasets", "source"), SQLDataType.CLOB);
    private static final Field<String> SCHEMA = field(name("datasets", "dataset_schema"), SQLDataType.CLOB);
    private static final Field<String> PROFILE = field(name("datasets", "dataset_profile"), SQLDataType.CLOB);

    private static final Table<Record> INPUTS = table(name("inputs"));
    private static final Field<Long> INPUT_ID = field(name("inputs", "input_id"), SQLDataType.BIGINT);
    private static final Field<Long> RUN_NO = field(name("inputs", "run_no"), SQLDataType.BIGINT);
    private static final Field<Long> INPUT_DATASET_ID = field(name("inputs", "dataset_id"), SQLDataType.BIGINT);

    private static final Table<Record> INPUT_TAGS = table(name("input_tags"));
    private static final Field<Long> TAG_INPUT_ID = field(name("input_tags", "input_id"), SQLDataType.BIGINT);
    private static final Field<String> TAG_KEY = field(name("input_tags", "key"), SQLDataType.CLOB);
    private static final Field<String> CONTEXT = field(name("input_tags", "value"), SQLDataType.CLOB);

    private static final int MAX_SUMMARIES = 1000;

    private InputRows() {}

    static void insert(DSLContext sql, RunRows.Key run, List<RunInput> inputs) {
        for (RunInput input : inputs) {
            insertInput(sql, run.no(), dataset(sql, run.experimentId(), input))
                    .ifPresent(id -> EntryRows.INPUT_TAGS.upsert(sql, id, input.tags()));
        }
    }

    private static long dataset(DSLContext sql, long experimentId, RunInput input) {
        sql.insertInto(DATASETS)
                .set(EXPERIMENT_ID, experimentId)
                .set(NAME, input.name())
                .set(DIGEST, input.digest())
                .set(SOURCE_TYPE, input.sourceType())
                .set(SOURCE, input.source())
                .set(SCHEMA, input.schema())
                .set(PROFILE, input.profile())
                .onConflictDoNothing()
                .execute();
        return sql.select(DATASET_ID)
                .from(DATASETS)
                .where(EXPERIMENT_ID.eq(experimentId), NAME.eq(input.name()), DIGEST.eq(input.digest()))
                .fetchSingle(DATASET_ID);
    }

    /// @return the new input's id; empty: the run has this input already
    private static Optional<Long> insertInput(DSLContext sql, long runNo, long datasetId) {
        int inserted = sql.insertInto(INPUTS)
                .set(RUN_NO, runNo)
                .set(INPUT_DATASET_ID, datasetId)
                .onConflictDoNothing()
                .execute();
        return inserted == 0
                ? Optional.empty()
                : sql.select(INPUT_ID)
                        .from(INPUTS)
                        .where(RUN_NO.eq(runNo), INPUT_DATASET_ID.eq(datasetId))
                        .fetchOptional(INPUT_ID);
    }

    /// @return the inputs by run number, in the order in which they were logged
    static Map<Long, List<RunInput>> of(DSLContext sql, Collection<Long> runNos) {
        var rows = sql.select(RUN_NO, INPUT_ID, NAME, DIGEST, SOURCE_TYPE, SOURCE, SCHEMA, PROFILE)
                .from(INPUTS)
                .join(DATASETS)
                .on(DATASET_ID.eq(INPUT_DATASET_ID))
                .where(RUN_NO.in(runNos))
                .orderBy(INPUT_ID)
                .fetch();
        Map<Long, Map<String, String>> tags = EntryRows.INPUT_TAGS.of(sql, rows.getValues(INPUT_ID));
        Map<Long, List<RunInput>> found = new HashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.value1(), no -> new ArrayList<>())
                .add(new RunInput(
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        tags.getOrDefault(row.value2(), Map.of()))));
        return found;
    }

    /// @return each data set once for each context, by experiment, name, digest and context
    static List<DatasetSummary> summaries(DSLContext sql, List<Long> experimentIds) {
        Field<String> context = coalesce(CONTEXT, inline(""));
        return sql.selectDistinct(EXPERIMENT_ID, NAME, DIGEST, context)
                .from(DATASETS)
                .join(INPUTS)
                .on(INPUT_DATASET_ID.eq(DATASET_ID))
                .leftJoin(INPUT_TAGS)
                .on(TAG_INPUT_ID.eq(INPUT_ID), TAG_KEY.eq(RunInput.CONTEXT_TAG))
                .where(EXPERIMENT_ID.in(experimentIds))
                .orderBy(EXPERIMENT_ID, NAME, DIGEST, context)
                .limit(MAX_SUMMARIES)
                .fetch(row -> new DatasetSummary(row.value1().toString(), row.value2(), row.value3(), row.value4()));
    }
}
