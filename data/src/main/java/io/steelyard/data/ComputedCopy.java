package io.steelyard.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Copies rows of Parquet files to a Parquet file (zstd), with columns that Java computes of them. The rows keep their order, and
/// are never in memory at once.
///
/// One thread works, that of the caller. Programs that have more open a copy each.
public final class ComputedCopy implements AutoCloseable {
    private static final String TICKET = "ticket";

    private final DuckDBConnection connection;
    private final ComputedColumns computed;
    private final List<VectorReader> readers;
    private final ComputedFunctions functions;

    private ComputedCopy(
            DuckDBConnection connection,
            ComputedColumns computed,
            List<VectorReader> readers,
            ComputedFunctions functions) {
        this.connection = connection;
        this.computed = computed;
        this.readers = readers;
        this.functions = functions;
    }

    /// Makes a copy ready.
    ///
    /// @param files all files whose rows it will copy
    /// @param computed what it computes; each input must be a column of every file
    /// @param memoryMegabytes how much memory it may use outside of Java's heap, in MiB, at least 64
    /// @return the copy, to be closed
    public static ComputedCopy open(List<ParquetFile> files, ComputedColumns computed, int memoryMegabytes) {
        TableOptions defaults = TableOptions.defaults();
        List<VectorReader> readers = computed.inputs().fields().stream()
                .map(field -> reader(files, field))
                .toList();
        try {
            DuckDBConnection connection =
                    TableEngine.connect(new TableOptions(memoryMegabytes, 1, defaults.temporaryFolder()));
            return new ComputedCopy(
                    connection, computed, readers, ComputedFunctions.register(connection, computed, readers));
        } catch (SQLException e) {
            throw Sql.unreadable("cannot start the table engine", e);
        }
    }

    private static VectorReader reader(List<ParquetFile> files, Field field) {
        boolean single = field.type() == ColumnType.DOUBLE
                && files.stream()
                        .allMatch(file -> file.column(field.name())
                                .filter(column -> column.type().equals("FLOAT"))
                                .isPresent());
        return single ? VectorReader.FLOAT : VectorReader.of(field.type());
    }

    /// Copies rows. The file appears, or is replaced, when all of it is written.
    ///
    /// @param rows the rows; all their files have the same types
    /// @param kept the columns that stand first in the file, with the type that they have
    /// @param constants one row, whose values stand in each row after the computed columns
    /// @param target the file
    /// @return how many rows were written
    /// @throws DataException where the rows cannot be read or the file cannot be written
    /// @throws RuntimeException what [ComputedColumns#compute] throws
    public long write(FileRows rows, List<String> kept, Batch constants, Path target) {
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            inner.add(Sql.name(kept.get(i)) + " AS k" + i);
            outer.add("k" + i + " AS " + Sql.name(kept.get(i)));
        }
        inner.add(ComputedFunctions.tickets(arguments(rows.files().getFirst())) + " AS " + TICKET);
        outer.addAll(ComputedFunctions.outputs(computed.outputs(), TICKET));
        for (int i = 0; i < constants.columns().size(); i++) {
            outer.add(Sql.literal(constants.columns().get(i)) + " AS "
                    + Sql.name(constants.schema().fields().get(i).name()));
        }
        String select = "SELECT " + String.join(", ", outer) + " FROM (SELECT " + String.join(", ", inner) + " FROM "
                + rows.sql() + ")";
        try (PendingFile pending = PendingFile.beside(target)) {
            long written = Sql.copy(connection, select, pending.path());
            pending.complete();
            return written;
        } catch (SQLException e) {
            RuntimeException cause = functions.failure();
            throw cause != null ? cause : Sql.unreadable("cannot copy " + rows.words() + " to " + target, e);
        }
    }

    private List<String> arguments(ParquetFile file) {
        List<String> arguments = new ArrayList<>();
        List<Field> inputs = computed.inputs().fields();
        for (int i = 0; i < inputs.size(); i++) {
            Field field = inputs.get(i);
            StoredColumn stored = file.column(field.name())
                    .orElseThrow(() -> DataException.missingColumn(
                            field.name(),
                            file.columns().stream().map(StoredColumn::name).toList()));
            arguments.add(
                    readers.get(i) == VectorReader.FLOAT
                            ? Sql.name(field.name())
                            : Selection.cast(field.name(), stored.type(), field.type()));
        }
        return arguments;
    }

    @Override
    public void close() {
        functions.forget();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.unreadable("cannot close the table engine", e);
        }
    }
}
