package io.steelyard.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// [ComputedColumns] as functions of DuckDB. A function answers one column, so there are two kinds: the first computes all columns
/// of a chunk and answers the rows' tickets, the others turn the tickets into one column each. The tickets must be those of the
/// chunk that was computed last, in order; where they are not, the statement fails.
final class ComputedFunctions {
    private static final String COMPUTE = "steelyard_compute";
    private static final String OUTPUT = "steelyard_output_";

    private final List<VectorReader> readers;
    private @Nullable ComputedColumns columns;
    private @Nullable RuntimeException failure;
    private Batch computed;
    private long first;
    private long next;

    private ComputedFunctions(ComputedColumns columns, List<VectorReader> readers) {
        this.columns = columns;
        this.readers = readers;
        this.computed = Batch.empty(columns.outputs());
    }

    static ComputedFunctions register(Connection connection, ComputedColumns columns, List<VectorReader> readers)
            throws SQLException {
        ComputedFunctions functions = new ComputedFunctions(columns, List.copyOf(readers));
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(COMPUTE);
            for (VectorReader reader : readers) {
                builder.withParameter(DuckDBColumnType.valueOf(reader.sqlType()));
            }
            builder.withReturnType(DuckDBColumnType.BIGINT)
                    .withVolatile()
                    .withVectorizedFunction(functions::compute)
                    .register(connection);
        }
        List<Field> outputs = columns.outputs().fields();
        for (int i = 0; i < outputs.size(); i++) {
            int output = i;
            try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
                builder.withName(OUTPUT + output)
                        .withParameter(DuckDBColumnType.BIGINT)
                        .withReturnType(BatchFunction.type(outputs.get(i).type()))
                        .withVolatile()
                        .withVectorizedFunction((tickets, into) -> functions.output(output, tickets, into))
                        .register(connection);
            }
        }
        return functions;
    }

    /// The expression of the tickets.
    static String tickets(List<String> arguments) {
        return COMPUTE + "(" + String.join(", ", arguments) + ")";
    }

    /// The expressions of the outputs with their names.
    static List<String> outputs(Schema outputs, String ticket) {
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < outputs.fields().size(); i++) {
            Field field = outputs.fields().get(i);
            String value = OUTPUT + i + "(" + ticket + ")";
            expressions.add((field.type() == ColumnType.TIMESTAMP ? "make_timestamptz(" + value + ")" : value) + " AS "
                    + Sql.name(field.name()));
        }
        return expressions;
    }

    /// What the computing threw, if a statement failed because of it.
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /// Lets go of the columns. DuckDB's library keeps functions for as long as the process lives.
    void forget() {
        columns = null;
        computed = Batch.empty(new Schema(List.of()));
    }

    private void compute(DuckDBDataChunkReader chunk, DuckDBWritableVector tickets) {
        int rows = Math.toIntExact(chunk.rowCount());
        try {
            ComputedColumns function = Objects.requireNonNull(columns, "the columns are forgotten");
            if (rows > 0) {
                List<Column> inputs = new ArrayList<>(readers.size());
                for (int i = 0; i < readers.size(); i++) {
                    inputs.add(readers.get(i).read(chunk.vector(i), rows));
                }
                computed = function.compute(new Batch(function.inputs(), inputs));
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        if (computed.rows() != rows && rows > 0) {
            throw new IllegalStateException(computed.rows() + " rows were computed of " + rows);
        }
        first = next;
        for (int row = 0; row < rows; row++) {
            tickets.setLong(row, next++);
        }
    }

    private void output(int output, DuckDBDataChunkReader chunk, DuckDBWritableVector into) {
        int rows = Math.toIntExact(chunk.rowCount());
        if (rows == 0) {
            return;
        }
        long from = chunk.vector(0).getLong(0);
        if (from != first || rows != computed.rows() || chunk.vector(0).getLong(rows - 1) != first + rows - 1) {
            throw new IllegalStateException("rows " + from + " and " + (rows - 1) + " more are asked for, but rows "
                    + first + " and " + (computed.rows() - 1) + " more were computed last");
        }
        VectorWriter.write(computed.columns().get(output), 0, rows, into, 0);
    }
}
