package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.ModelOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The tables `model_inputs` and `model_outputs`: which logged models a run read and made.
final class RunModelRows {
    private static final Table<Record> INPUTS = table(name("model_inputs"));
    private static final Field<Long> INPUT_RUN_NO = field(name("model_inputs", "run_no"), SQLDataType.BIGINT);
    private static final Field<String> INPUT_MODEL_ID = field(name("model_inputs", "model_id"), SQLDataType.CLOB);

    private static final Table<Record> OUTPUTS = table(name("model_outputs"));
    private static final Field<Long> OUTPUT_RUN_NO = field(name("model_outputs", "run_no"), SQLDataType.BIGINT);
    private static final Field<String> OUTPUT_MODEL_ID = field(name("model_outputs", "model_id"), SQLDataType.CLOB);
    private static final Field<Long> STEP = field(name("model_outputs", "step"), SQLDataType.BIGINT);

    private RunModelRows() {}

    static void insertInputs(DSLContext sql, RunRows.Key run, List<String> modelIds) {
        for (String id : modelIds) {
            sql.insertInto(INPUTS)
                    .set(INPUT_RUN_NO, run.no())
                    .set(INPUT_MODEL_ID, id)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    static void insertOutputs(DSLContext sql, RunRows.Key run, List<ModelOutput> models) {
        for (ModelOutput model : models) {
            sql.insertInto(OUTPUTS)
                    .set(OUTPUT_RUN_NO, run.no())
                    .set(OUTPUT_MODEL_ID, model.modelId())
                    .set(STEP, model.step())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// @return the models' ids by run number, in their order
    static Map<Long, List<String>> inputs(DSLContext sql, Collection<Long> runNos) {
        Map<Long, List<String>> found = new HashMap<>();
        sql.select(INPUT_RUN_NO, INPUT_MODEL_ID)
                .from(INPUTS)
                .where(INPUT_RUN_NO.in(runNos))
                .orderBy(INPUT_MODEL_ID)
                .forEach(row -> found.computeIfAbsent(row.value1(), no -> new ArrayList<>())
                        .add(row.value2()));
        return found;
    }

    /// @return the models by run number, in the order of their ids
    static Map<Long, List<ModelOutput>> outputs(DSLContext sql, Collection<Long> runNos) {
        Map<Long, List<ModelOutput>> found = new HashMap<>();
        sql.select(OUTPUT_RUN_NO, OUTPUT_MODEL_ID, STEP)
                .from(OUTPUTS)
                .where(OUTPUT_RUN_NO.in(runNos))
                .orderBy(OUTPUT_MODEL_ID)
                .forEach(row -> found.computeIfAbsent(row.value1(), no -> new ArrayList<>())
                        .add(new ModelOutput(row.value2(), row.value3())));
        return found;
    }
}
