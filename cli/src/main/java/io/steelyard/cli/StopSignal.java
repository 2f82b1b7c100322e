package io.steelyard.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for Ctrl-C or SIGTERM, and keeps the process until what runs has stopped.
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

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

    /// Everything has stopped: the process may end.
    void stopped() {
        stopped.countDown();
    }

    private void stop() {
        asked.countDown();
        try {
            boolean inTime = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.getLogger(StopSignal.class.getName())
                        .log(System.Logger.Level.WARNING, "stopping took longer than " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
