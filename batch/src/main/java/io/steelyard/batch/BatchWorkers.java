package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.ComputedCopy;
import io.steelyard.data.DataException;
import io.steelyard.data.FileRows;
import io.steelyard.models.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The threads that score parts, each with a table engine of its own. They end by themselves; [#close] ends them early.
final class BatchWorkers implements AutoCloseable {
    /// All engines together: enough for 28 columns and two workers several times over, and far below a gigabyte.
    private static final int ALL_MEGABYTES = 384;

    private static final int LEAST_MEGABYTES = 96;

    private final SourceTable source;
    private final Predictor predictor;
    private final AnswerForm form;
    private final int batchSize;
    private final Batch constants;
    private final PartsFolder folder;
    private final List<FileRows> parts;
    private final List<Integer> open;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong scored = new AtomicLong();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /// A part that is finished, or the failure that ended a worker.
    private record Ended(
            int number,
            @Nullable PartRecord record,
            @Nullable RuntimeException failure) {}

    /// A finished part.
    record Finished(int number, PartRecord record) {}

    /// @param parts all parts
    /// @param open the numbers of those to score
    BatchWorkers(
            SourceTable source,
            Predictor predictor,
            AnswerForm form,
            int batchSize,
            Batch constants,
            PartsFolder folder,
            List<FileRows> parts,
            List<Integer> open) {
        this.source = source;
        this.predictor = predictor;
        this.form = form;
        this.batchSize = batchSize;
        this.constants = constants;
        this.folder = folder;
        this.parts = parts;
        this.open = open;
    }

    void start(int workers) {
        int megabytes = Math.max(LEAST_MEGABYTES, ALL_MEGABYTES / workers);
        for (int i = 0; i < Math.min(workers, open.size()); i++) {
            threads.add(Thread.ofPlatform().daemon().name("batch-" + i).start(() -> work(megabytes)));
        }
    }

    /// How many rows were scored.
    long scored() {
        return scored.get();
    }

    /// Waits a moment for the next part.
    ///
    /// @return the part; null where none was finished so soon
    @Nullable
    Finished poll(long millis) {
        Ended end;
        try {
            end = ended.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException(
                    DataException.Kind.UNREADABLE, "interrupted: the same batch goes on where this one ended", e);
        }
        if (end == null) {
            return null;
        }
        if (end.failure() != null) {
            throw end.failure();
        }
        return end.record() == null ? null : new Finished(end.number(), end.record());
    }

    /// Ends the threads; a part that is under way is given up.
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(int megabytes) {
        PartScoring scoring = new PartScoring(predictor, form, batchSize, scored, () -> stopped);
        try (ComputedCopy copy = ComputedCopy.open(source.files(), scoring, megabytes)) {
            for (int i = next.getAndIncrement(); i < open.size() && !stopped; i = next.getAndIncrement()) {
                int number = open.get(i);
                scoring.begin();
                copy.write(parts.get(number), source.kept(), constants, folder.part(number));
                ended.add(new Ended(number, folder.finish(number, scoring.counted()), null));
            }
        } catch (RuntimeException e) {
            ended.add(new Ended(-1, null, e));
        }
    }
}
