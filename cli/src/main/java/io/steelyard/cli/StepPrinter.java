package io.steelyard.cli;

import io.steelyard.pipeline.PipelineListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Shows a pipeline's steps, one line each. On a terminal the line of the running step is drawn again several times a
/// second,
/// with a bar and its time; when the step ends, its time and its result stay. In a pipe a line appears when a step
/// ends.
/// A command with `--json` gives it the error output, so that standard output holds the object alone.
///
/// Any thread may call. Close it when the pipeline has ended, in whatever way: then no half-drawn line stays.
final class StepPrinter implements PipelineListener, AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(120);

    private final Output output;
    private final LongSupplier nanoTime;
    private final StepLine line;
    private final @Nullable ScheduledExecutorService clock;

    private @Nullable Running running;

    private record Running(String step, long since, double fraction, String note) {}

    /// A printer on one of the ways out; on a terminal it redraws from a thread of its own.
    StepPrinter(Output output) {
        this(output, System::nanoTime, output.isTerminal() ? newClock() : null);
        if (clock != null) {
            var _ = clock.scheduleAtFixedRate(this::redraw, REDRAW.toNanos(), REDRAW.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    StepPrinter(Output output, LongSupplier nanoTime, @Nullable ScheduledExecutorService clock) {
        this.output = output;
        this.nanoTime = nanoTime;
        this.line = new StepLine(output);
        this.clock = clock;
    }

    @Override
    public synchronized void started(String step) {
        running = new Running(step, nanoTime.getAsLong(), Double.NaN, "");
        redraw();
    }

    @Override
    public synchronized void progress(String step, double fraction, String note) {
        Running now = running;
        if (now != null && now.step().equals(step)) {
            running = new Running(step, now.since(), fraction, note);
        }
    }

    @Override
    public synchronized void done(String step, Duration took, String result) {
        end(line.done(step, took, result));
    }

    @Override
    public synchronized void failed(String step, String message) {
        end(line.failed(step, message));
    }

    private void end(String text) {
        erase();
        running = null;
        output.line(text);
    }

    /// Draws the running step's line once more.
    synchronized void redraw() {
        Running now = running;
        if (now != null && output.isTerminal()) {
            erase();
            output.stream()
                    .print(line.running(
                            now.step(),
                            Duration.ofNanos(nanoTime.getAsLong() - now.since()),
                            now.fraction(),
                            now.note()));
            output.stream().flush();
        }
    }

    private void erase() {
        if (output.isTerminal()) {
            output.stream().print("\r\u001b[K");
        }
    }

    @Override
    public synchronized void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (running != null) {
            erase();
            output.stream().flush();
            running = null;
        }
    }

    private static ScheduledExecutorService newClock() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
    }
}
