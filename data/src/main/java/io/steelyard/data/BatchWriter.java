package io.steelyard.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes batches to one Parquet file (zstd), holding a few row groups in memory however many rows there are. One thread
/// at a time.
///
/// The file appears, or is replaced, whole, with [#finish]; a writer that is closed without it leaves nothing behind.
public final class BatchWriter implements AutoCloseable {
    private static final int ROWS_A_HANDOVER = 8192;
    private static final int HANDOVERS_WAITING = 4;
    private static final long WAIT_MILLIS = 200;

    private final Path target;
    private final PendingFile pending;
    private final Source source;
    private final CompletableFuture<Long> copy = new CompletableFuture<>();
    private List<Batch> collected = new ArrayList<>();
    private int collectedRows;
    private boolean finished;

    private BatchWriter(Schema schema, Path target) {
        this.target = target;
        this.pending = PendingFile.beside(target);
        this.source = new Source(schema);
    }

    static BatchWriter open(Schema schema, Path target) {
        if (schema.fields().isEmpty()) {
            throw new IllegalArgumentException("a Parquet file needs at least one column: " + target);
        }
        BatchWriter writer = new BatchWriter(schema, target);
        Thread.ofPlatform().daemon().name("parquet " + target.getFileName()).start(writer::copy);
        return writer;
    }

    /// Adds rows.
    ///
    /// @param batch rows of exactly the writer's columns; kept until the writer is closed, so nobody may write to its
    ///     arrays
    /// @throws DataException where the columns differ, or the file cannot be written
    public void write(Batch batch) {
        if (!batch.schema().equals(source.schema())) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    "the rows have the columns " + batch.schema() + ", but the file " + target + " has "
                            + source.schema());
        }
        if (finished) {
            throw new IllegalStateException(target + " is already finished");
        }
        if (batch.rows() > 0) {
            collected.add(batch);
            collectedRows += batch.rows();
        }
        if (collectedRows >= ROWS_A_HANDOVER) {
            handOver(collected);
            collected = new ArrayList<>();
            collectedRows = 0;
        }
    }

    /// Puts the file in its place. Nothing can be added afterwards.
    ///
    /// @return how many rows it has
    /// @throws DataException where it cannot be written
    public long finish() {
        if (!collected.isEmpty()) {
            handOver(collected);
        }
        handOver(List.of());
        try {
            long rows = copy.join();
            pending.complete();
            finished = true;
            return rows;
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    /// Lets go of everything; without [#finish] before, no file appears.
    @Override
    public void close() {
        if (!finished) {
            source.giveUp();
            copy.handle((rows, failure) -> rows).join();
        }
        pending.close();
    }

    private void copy() {
        try (DuckDBConnection connection = TableEngine.connect(TableOptions.forWriting())) {
            copy.complete(BatchFunction.register(connection)
                    .read(source, select -> Sql.copy(connection, select, pending.path())));
        } catch (SQLException | RuntimeException e) {
            copy.completeExceptionally(e);
        } finally {
            copy.completeExceptionally(new IllegalStateException("the writing broke off"));
        }
    }

    private void handOver(List<Batch> batches) {
        try {
            while (!source.waiting.offer(batches, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (copy.isDone()) {
                    copy.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException(DataException.Kind.UNREADABLE, "interrupted while writing " + target, e);
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    private DataException failure(CompletionException e) {
        if (e.getCause() instanceof SQLException cause) {
            return Sql.unreadable("cannot write " + target, cause);
        }
        return new DataException(DataException.Kind.UNREADABLE, "cannot write " + target + ": " + e.getCause(), e);
    }

    /// The batches on their way from the writer's caller to DuckDB's thread; an empty list ends them.
    private static final class Source implements BatchFunction.Rows {
        private final Schema schema;
        private final ArrayBlockingQueue<List<Batch>> waiting = new ArrayBlockingQueue<>(HANDOVERS_WAITING);
        private volatile boolean givenUp;
        private List<Batch> current = List.of();
        private int position;

        private Source(Schema schema) {
            this.schema = schema;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public @Nullable Batch next() throws InterruptedException {
            if (position == current.size()) {
                current = take();
                position = 0;
            }
            return current.isEmpty() ? null : current.get(position++);
        }

        /// Makes the reading fail, also where it waits.
        private void giveUp() {
            givenUp = true;
            waiting.clear();
            waiting.add(List.of());
        }

        private List<Batch> take() throws InterruptedException {
            while (!givenUp) {
                List<Batch> next = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null && !givenUp) {
                    return next;
                }
            }
            throw new IllegalStateException("the file was given up");
        }
    }
}
