package io.steelyard.pipeline;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// Runs steps one after another and tells the listener of each.
final class StepRunner {
    private final PipelineListener listener;

    StepRunner(PipelineListener listener) {
        this.listener = listener;
    }

    /// Work that can say how far it is.
    ///
    /// @param <T> what it brings
    @FunctionalInterface
    interface Work<T> {
        /// Does the work.
        ///
        /// @param progress told the share that is done, from 0 to 1, as often as the work likes
        /// @return what it brings
        T run(DoubleConsumer progress);
    }

    /// Runs a step.
    ///
    /// @param <T> what it brings
    /// @param step the step's name
    /// @param work what it does
    /// @param result what it brought, in a few words
    /// @return what it brought
    <T> T run(String step, Work<T> work, Function<T, String> result) {
        long start = System.nanoTime();
        listener.started(step);
        try {
            T brought = work.run(fraction -> listener.progress(step, fraction, ""));
            listener.done(step, Duration.ofNanos(System.nanoTime() - start), result.apply(brought));
            return brought;
        } catch (RuntimeException e) {
            listener.failed(step, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
