package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseException;
import io.steelyard.tracking.Metric;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;

/// The way by the table `metric_journal`: what was logged goes there in one row a call and is acknowledged; a thread folds
/// it into `series` and `points` a little later, when there is much to write in the order of the table. The journal is the
/// only place where unfolded metrics are, so nothing is lost with the process, and other processes see them too.
final class MetricJournal implements MetricIntake {
    private static final System.Logger LOGGER = System.getLogger(MetricJournal.class.getName());
    private static final String INSERT = "INSERT INTO metric_journal (run_no, points) VALUES (?, ?)";

    /// How long points wait at most before their fold begins.
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    /// So many points do not wait any longer.
    private static final long MANY = 20_000;

    /// So many points make those wait who want to log more.
    private static final long TOO_MANY = 60_000;

    /// How long a database that refused a fold is left alone.
    private static final long AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("steelyard-metrics").unstarted(this::fold);

    /// One fold at a time.
    private final ReentrantLock folding = new ReentrantLock(true);

    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();

    /// Points that this process logged and that are not folded yet.
    private long pending;

    /// Whether there may be something to fold: at first, what an earlier process left.
    private boolean wanted = true;

    private boolean failing;
    private boolean closed;

    private MetricJournal(Database database) {
        this.database = database;
    }

    static MetricJournal open(Database database) {
        MetricJournal journal = new MetricJournal(database);
        database.attach(journal::close);
        journal.thread.start();
        return journal;
    }

    @Override
    public Delivery deliver(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return new MetricTables().deliver(metrics);
        }
        awaitRoom();
        byte[] points = PointBytes.of(metrics);
        return new Delivery() {
            @Override
            public void write(DSLContext sql, long runNo) {
                sql.connection(connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        insert.setLong(1, runNo);
                        insert.setBytes(2, points);
                        insert.executeUpdate();
                    }
                });
            }

            @Override
            public void committed() {
                arrived(metrics.size());
            }
        };
    }

    private void awaitRoom() {
        state.lock();
        try {
            // Where folding fails, so will writing: the caller shall hear of it.
            while (pending > TOO_MANY && !failing && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            state.unlock();
        }
    }

    private void arrived(int points) {
        state.lock();
        try {
            pending += points;
            if (!wanted || pending >= MANY) {
                wanted = true;
                changed.signalAll();
            }
        } finally {
            state.unlock();
        }
    }

    /// Called by the fold after each step.
    private void folded(int points) {
        state.lock();
        try {
            pending = Math.max(0, pending - points);
            failing = false;
            changed.signalAll();
        } finally {
            state.unlock();
        }
    }

    @Override
    public void settle() {
        if (JournalFold.isNothingLeft(database)) {
            return;
        }
        folding.lock();
        try {
            JournalFold.foldAll(database, this::folded);
        } catch (DatabaseException e) {
            // A search on a full disk goes on with what was folded.
            if (e.kind() != DatabaseException.Kind.FULL && e.kind() != DatabaseException.Kind.READ_ONLY) {
                throw e;
            }
        } finally {
            folding.unlock();
        }
    }

    /// The thread's work.
    private void fold() {
        while (awaitWork()) {
            folding.lock();
            try {
                JournalFold.foldAll(database, this::folded);
            } catch (RuntimeException e) {
                failed(e);
            } finally {
                folding.unlock();
            }
        }
    }

    /// @return whether there is something to fold; false: the database is being closed
    private boolean awaitWork() {
        state.lock();
        try {
            while (!wanted && !closed) {
                changed.awaitUninterruptibly();
            }
            long left = failing ? AFTER_FAILURE_NANOS : PAUSE_NANOS;
            while (left > 0 && !closed && (failing || pending < MANY)) {
                left = changed.awaitNanos(left);
            }
            wanted = false;
            return !closed;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that folds metrics", e);
        } finally {
            state.unlock();
        }
    }

    private void failed(RuntimeException failure) {
        state.lock();
        try {
            if (!failing) {
                LOGGER.log(Level.WARNING, "Logged metrics stay in the journal for now: they are safe there", failure);
            }
            failing = true;
            wanted = true;
            changed.signalAll();
        } finally {
            state.unlock();
        }
    }

    /// Folds what is left.
    private void close() {
        state.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            state.unlock();
        }
        try {
            thread.join();
            settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DatabaseException e) {
            LOGGER.log(Level.WARNING, "Logged metrics stay in the journal until the next start", e);
        }
    }
}
