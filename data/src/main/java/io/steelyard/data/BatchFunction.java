package io.steelyard.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;
import org.jspecify.annotations.Nullable;

/// The way of batches into DuckDB: a table function that reads them where they lie. Instants arrive as microseconds.
final class BatchFunction implements DuckDBTableFunction<BatchFunction.Rows, BatchFunction.Cursor, Object> {
    private static final String NAME = "steelyard_batches";

    private final Map<Long, Rows> sources = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /// Batches of one schema, handed over one after another.
    interface Rows {
        Schema schema();

        /// The next batch, or null after the last one.
        @Nullable
        Batch next() throws InterruptedException;

        /// A single batch.
        static Rows of(Batch batch) {
            return new Rows() {
                private @Nullable Batch next = batch;

                @Override
                public Schema schema() {
                    return batch.schema();
                }

                @Override
                public @Nullable Batch next() {
                    Batch current = next;
                    next = null;
                    return current;
                }
            };
        }
    }

    /// Where the reading stands.
    static final class Cursor {
        private @Nullable Batch batch;
        private int row;
        private boolean ended;

        private void start(@Nullable Batch next) {
            batch = next;
            row = 0;
            ended = next == null;
        }
    }

    /// A function that the connection's database knows.
    static BatchFunction register(Connection connection) throws SQLException {
        BatchFunction function = new BatchFunction();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME)
                    .withParameter(DuckDBColumnType.BIGINT)
                    .withFunction(function)
                    .register(connection);
        }
        return function;
    }

    /// A statement while which the batches can be read.
    interface Reading<T> {
        T run(String select) throws SQLException;
    }

    /// Runs a statement over batches.
    ///
    /// @param rows the batches, read once
    /// @param statement gets a SELECT of all columns, in the types of columns
    <T> T read(Rows rows, Reading<T> statement) throws SQLException {
        long id = last.incrementAndGet();
        sources.put(id, rows);
        try {
            StringBuilder select = new StringBuilder("SELECT ");
            for (Field field : rows.schema().fields()) {
                String name = Sql.name(field.name());
                select.append(select.length() > "SELECT ".length() ? ", " : "")
                        .append(field.type() == ColumnType.TIMESTAMP ? "make_timestamptz(" + name + ")" : name)
                        .append(" AS ")
                        .append(name);
            }
            return statement.run(select + " FROM " + NAME + "(" + id + ")");
        } finally {
            sources.remove(id);
        }
    }

    @Override
    public Rows bind(DuckDBTableFunctionBindInfo info) {
        try (DuckDBValue id = info.getParameter(0)) {
            Rows rows = sources.get(id.getLong());
            if (rows == null) {
                throw new IllegalStateException("there are no batches of number " + id.getLong());
            }
            for (Field field : rows.schema().fields()) {
                info.addResultColumn(field.name(), type(field.type()));
            }
            return rows;
        }
    }

    @Override
    public Cursor init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new Cursor();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) throws InterruptedException {
        Rows rows = call.getBindData();
        Cursor cursor = call.getInitData();
        int capacity = Math.toIntExact(chunk.capacity());
        int filled = 0;
        while (filled < capacity) {
            Batch batch = cursor.batch;
            if (batch == null || cursor.row == batch.rows()) {
                batch = cursor.ended ? null : rows.next();
                cursor.start(batch);
                if (batch == null) {
                    return filled;
                }
            }
            int count = Math.min(capacity - filled, batch.rows() - cursor.row);
            for (int i = 0; i < batch.columns().size(); i++) {
                VectorWriter.write(batch.columns().get(i), cursor.row, count, chunk.vector(i), filled);
            }
            cursor.row += count;
            filled += count;
        }
        return filled;
    }

    /// The type that values arrive in.
    static DuckDBColumnType type(ColumnType type) {
        return switch (type) {
            case DOUBLE -> DuckDBColumnType.DOUBLE;
            case LONG, TIMESTAMP -> DuckDBColumnType.BIGINT;
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case STRING -> DuckDBColumnType.VARCHAR;
        };
    }
}
