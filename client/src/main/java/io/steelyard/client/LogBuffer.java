package io.steelyard.client;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sends what a run logs in batches, from a thread of its own, so that training does not wait for the network. It
/// holds so many entries at most; whoever logs more waits. Once sending has failed for good, each call says so.
final class LogBuffer implements AutoCloseable {
    private static final int METRICS_AT_ONCE = 1000;

    private final RunLog log;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final Condition idle = lock.newCondition();

    // All guarded by the lock.
    private final ArrayDeque<Metric> metrics = new ArrayDeque<>();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private boolean sending;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /// @param log where it all goes; used by the sender alone, except for what is sent at once
    /// @param capacity how many entries wait at most
    LogBuffer(RunLog log, int capacity) {
        this.log = log;
        this.capacity = capacity;
        Thread.ofVirtual().name("steelyard-log-" + log.runId()).start(this::send);
    }

    void metric(Metric metric) {
        lock.lock();
        try {
            awaitRoom();
            metrics.add(metric);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    void param(String key, String value) {
        lock.lock();
        try {
            awaitRoom();
            String waiting = params.putIfAbsent(key, value);
            if (waiting != null && !waiting.equals(value)) {
                throw new IllegalArgumentException("the parameter '" + key + "' has the value '" + waiting
                        + "' already; it cannot become '" + value + "'");
            }
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    void tag(String key, String value) {
        lock.lock();
        try {
            awaitRoom();
            tags.put(key, value);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all that was logged before is on the server.
    void flush() {
        lock.lock();
        try {
            while (failure == null && (sending || waiting() > 0)) {
                idle.awaitUninterruptibly();
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /// Sends what is left, and ends. Closing it again does nothing.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        flush();
    }

    private void awaitRoom() {
        while (failure == null && !closed && waiting() >= capacity) {
            room.awaitUninterruptibly();
        }
        throwFailure();
        if (closed) {
            throw new IllegalStateException("the run " + log.runId() + " has ended");
        }
    }

    private int waiting() {
        return metrics.size() + params.size() + tags.size();
    }

    private void throwFailure() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException(
                    "not all that was logged to the run " + log.runId() + " has arrived: " + cause.getMessage(), cause);
        }
    }

    private void send() {
        while (true) {
            List<Metric> someMetrics = new ArrayList<>();
            Map<String, String> someParams;
            Map<String, String> someTags;
            lock.lock();
            try {
                while (waiting() == 0 && !closed) {
                    work.awaitUninterruptibly();
                }
                if (waiting() == 0) {
                    return;
                }
                while (!metrics.isEmpty() && someMetrics.size() < METRICS_AT_ONCE) {
                    someMetrics.add(metrics.remove());
                }
                someParams = new LinkedHashMap<>(params);
                someTags = new LinkedHashMap<>(tags);
                params.clear();
                tags.clear();
                sending = true;
                room.signalAll();
            } finally {
                lock.unlock();
            }
            RuntimeException failed = failureOf(someMetrics, someParams, someTags);
            lock.lock();
            try {
                sending = false;
                failure = failed;
                idle.signalAll();
                room.signalAll();
                if (failed != null) {
                    return;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// @return what stopped it; null: all was sent
    private @Nullable RuntimeException failureOf(
            List<Metric> someMetrics, Map<String, String> someParams, Map<String, String> someTags) {
        try {
            if (!someParams.isEmpty()) {
                log.params(someParams);
            }
            if (!someMetrics.isEmpty()) {
                log.metrics(someMetrics);
            }
            if (!someTags.isEmpty()) {
                log.tags(someTags);
            }
            return null;
        } catch (RuntimeException e) {
            // Whoever logs, flushes or closes next is told.
            return e;
        }
    }
}
