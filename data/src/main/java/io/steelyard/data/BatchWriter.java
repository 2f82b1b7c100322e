package io.steelyard.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes batches to one Parquet file (zstd), holding only a few of them in memory. One thread at a time; its engine
/// can
/// be used
/// meanwhile.
///
/// The file appears, whole, with [#finish]. A writer that is closed without it leaves nothing behind:
///
/// ```java
/// try (BatchWriter writer = engine.parquetWriter(schema, file)) {
///     writer.append(batch);
///     writer.finish();
/// }
/// ```
public final class BatchWriter implements AutoCloseable {
    private static final int BATCHES_HELD = 2;
    private static final long WAIT_MILLIS = 50;

    private final Path target;
    private final PendingFile pending;
    private final Source source;
    private final CompletableFuture<Long> copy = new CompletableFuture<>();
    private boolean finished;

    private BatchWriter(Schema schema, Path target) {
        this.target = target;
        this.pending = PendingFile.beside(target);
        this.source = new Source(schema);
    }

    static BatchWriter open(BatchFunction function, Connection connection, Schema schema, Path target) {
        if (schema.fields().isEmpty()) {
            throw new IllegalArgumentException("a Parquet file needs at least one column: " + target);
        }
        BatchWriter writer = new BatchWriter(schema, target);
        Thread.ofPlatform().daemon().name("parquet " + target.getFileName()).start(() -> {
            try (connection) {
                writer.copy.complete(
                        function.read(writer.source, select -> Sql.copy(connection, select, writer.pending.path())));
            } catch (SQLException | RuntimeException e) {
                writer.copy.completeExceptionally(e);
            } finally {
                writer.copy.completeExceptionally(new IllegalStateException("the writing broke off"));
            }
        });
        return writer;
    }

    /// Adds rows.
    ///
    /// @param batch the rows, with the writer's columns; it is read until the writer is finished, so its arrays must
    /// not
    ///     change
    /// @throws DataException where the batch has other columns, or the file cannot be written
    public void append(Batch batch) {
        if (!batch.schema().equals(source.schema())) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    "the batch's columns are " + batch.schema().fields() + ", but those of " + target + " are "
                            + source.schema().fields());
        }
        if (batch.rows() > 0) {
            hand(Optional.of(batch));
        }
    }

    /// Puts the file in place.
    ///
    /// @return how many rows it has
    /// @throws DataException where the file cannot be written
    public long finish() {
        hand(Optional.empty());
        try {
            long rows = copy.join();
            pending.complete();
            finished = true;
            return rows;
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    /// Gives up the file, unless it is finished.
    @Override
    public void close() {
        if (!finished) {
            source.givenUp = true;
            copy.handle((rows, failure) -> rows).join();
        }
        pending.close();
    }

    private void hand(Optional<Batch> batch) {
        if (finished) {
            throw new IllegalStateException(target + " is already finished");
        }
        try {
            while (!source.waiting.offer(batch, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
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

    /// The batches on their way from the writer's caller to DuckDB.
    private static final class Source implements BatchFunction.Rows {
        private final Schema schema;
        private final ArrayBlockingQueue<Optional<Batch>> waiting = new ArrayBlockingQueue<>(BATCHES_HELD);
        private volatile boolean givenUp;

        private Source(Schema schema) {
            this.schema = schema;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public @Nullable Batch next() throws InterruptedException {
            while (!givenUp) {
                Optional<Batch> next = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next.orElse(null);
                }
            }
            throw new IllegalStateException("the file was given up");
        }
    }
}
