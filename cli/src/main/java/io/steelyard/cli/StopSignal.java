package io.steelyard.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for Ctrl-C or SIGTERM, and keeps the process until what runs has stopped. What is under way when the signal
/// comes is given up: it says how, with [#whileUnderWay].
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable giveUp = () -> {};

    /// Listens for the signal from now on.
    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /// Waits until the process is asked to end.
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says what to do where the signal comes now: for example to write down that a run was ended.
    void whileUnderWay(Runnable how) {
        giveUp = how;
    }

    /// Nothing is under way any more.
    void done() {
        giveUp = () -> {};
    }

    /// Everything has stopped: the process may end.
    void stopped() {
        stopped.countDown();
    }

    private void stop() {
        giveUp.run();
        asked.countDown();
        try {
            // Where work is under way that cannot be interrupted, the process ends without waiting for it.
            var _ = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
