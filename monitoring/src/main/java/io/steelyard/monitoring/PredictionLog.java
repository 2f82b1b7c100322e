package io.steelyard.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Keeps what models predicted and what came true, in Parquet files that anyone can read; [PredictionHistory] joins them.
///
/// Requests put entries into a queue of bounded memory and go on; one thread writes. A full queue drops predictions and counts
/// them: the log never slows a prediction and never makes one fail. Entries are in files after [PredictionLogOptions#segmentAge],
/// after [#flush] and after [#close]. A file appears whole or not at all. All methods may be called from any number of threads.
public final class PredictionLog implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(PredictionLog.class.getName());

    /// How long the writer rests where nothing waits. Requests never wake it, because waking a thread costs more than they
    /// otherwise spend here.
    private static final Duration REST = Duration.ofMillis(25);

    private final Path folder;
    private final PredictionLogOptions options;
    private final Queue<LogEntry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final SegmentWriter segments;
    private final Thread writer;
    private volatile boolean closing;

    /// Why rows were lost since the last flush; only the writer's thread uses it.
    private @Nullable RuntimeException unreported;

    /// What became of the rows that were offered.
    ///
    /// @param written rows in files
    /// @param dropped rows that were not taken because the queue was full or the log closed
    /// @param failed rows that were taken and could not be written, for example because the disk is full
    public record Counts(long written, long dropped, long failed) {}

    private PredictionLog(Path folder, PredictionLogOptions options) {
        this.folder = folder;
        this.options = options;
        this.segments = new SegmentWriter(folder);
        this.writer = Thread.ofPlatform().name("prediction-log").daemon().unstarted(this::write);
    }

    /// Opens a log with the usual options.
    ///
    /// @param folder where its files stand; made where it does not exist
    /// @return the log, to be closed
    public static PredictionLog open(Path folder) {
        return open(folder, PredictionLogOptions.defaults());
    }

    /// Opens a log.
    ///
    /// @param folder where its files stand; made where it does not exist
    /// @param options how much it holds back
    /// @return the log, to be closed
    /// @throws UncheckedIOException where the folder cannot be made
    public static PredictionLog open(Path folder, PredictionLogOptions options) {
        try {
            Files.createDirectories(folder);
            PredictionFiles.sweep(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the prediction log, " + folder + ": " + e, e);
        }
        PredictionLog log = new PredictionLog(folder, options);
        log.writer.start();
        return log;
    }

    /// Hands predictions over. Never waits.
    ///
    /// @param predictions what was predicted
    /// @return whether they were taken; otherwise they are counted as dropped
    public boolean offer(LoggedPredictions predictions) {
        LogEntry entry = LogEntry.Predictions.of(predictions);
        if (!take(entry)) {
            dropped.add(entry.rows());
            return false;
        }
        return true;
    }

    /// Hands labels over. Where the queue is full it waits for room, because a label, unlike a prediction, can be asked for
    /// again: tell the sender when it was not taken.
    ///
    /// @param actuals what came true; for one prediction any number of times, of which the last one counts
    /// @param patience how long to wait for room
    /// @return whether they were taken
    public boolean offer(List<Actual> actuals, Duration patience) {
        LogEntry entry = new LogEntry.Actuals(List.copyOf(actuals));
        long deadline = System.nanoTime() + patience.toNanos();
        while (!take(entry)) {
            if (closing
                    || System.nanoTime() - deadline >= 0
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return true;
    }

    /// Waits until everything that was taken before is in files.
    ///
    /// @throws io.steelyard.data.DataException where something since the last flush could not be written
    public void flush() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.add(new LogEntry.Flush(done));
        LockSupport.unpark(writer);
        if (closing) {
            close();
        }
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// What became of the rows so far.
    ///
    /// @return the counts since the log was opened
    public Counts counts() {
        return new Counts(written.sum(), dropped.sum(), failed.sum());
    }

    /// Where the files stand.
    ///
    /// @return the folder
    public Path folder() {
        return folder;
    }

    /// Takes nothing more and returns when everything that was taken is in files.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        // What came in while the writer looked for the last time.
        for (LogEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
            dropped.add(entry.rows());
            if (entry instanceof LogEntry.Flush flush) {
                flush.done().complete(null);
            }
        }
    }

    private boolean take(LogEntry entry) {
        if (closing) {
            return false;
        }
        long bytes = entry.bytes();
        if (waitingBytes.addAndGet(bytes) > options.waitingBytes()) {
            waitingBytes.addAndGet(-bytes);
            return false;
        }
        queue.add(entry);
        return true;
    }

    private void write() {
        while (true) {
            boolean last = closing;
            LogEntry entry = queue.poll();
            if (entry != null) {
                waitingBytes.addAndGet(-entry.bytes());
                write(entry);
            }
            if (segments.rows() >= options.segmentRows()
                    || (segments.rows() > 0
                            && segments.ageNanos() >= options.segmentAge().toNanos())) {
                finish();
            }
            if (entry == null) {
                if (last) {
                    finish();
                    return;
                }
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    private void write(LogEntry entry) {
        switch (entry) {
            case LogEntry.Predictions e -> append(entry, () -> segments.write(e.predictions()));
            case LogEntry.Actuals e -> append(entry, () -> segments.write(e.actuals()));
            case LogEntry.Flush e -> {
                finish();
                RuntimeException failure = unreported;
                unreported = null;
                if (failure == null) {
                    e.done().complete(null);
                } else {
                    e.done().completeExceptionally(failure);
                }
            }
        }
    }

    private void append(LogEntry entry, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            lost(segments.rows() + entry.rows(), e);
        }
    }

    private void finish() {
        long rows = segments.rows();
        try {
            written.add(segments.finish());
        } catch (RuntimeException e) {
            lost(rows, e);
        }
    }

    private void lost(long rows, RuntimeException reason) {
        failed.add(rows);
        unreported = reason;
        LOGGER.log(Level.ERROR, "the prediction log lost " + rows + " rows: " + reason.getMessage());
        segments.discard();
    }
}
