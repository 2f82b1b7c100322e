package io.steelyard.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Runs folds at once.
///
/// @param most how many at most
record FoldThreads(int most) {
    /// Runs all and gives their outcomes in the folds' order. Where several fail, the first fold's failure is told.
    <T> List<T> run(List<Fold> folds, Function<Fold, T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, folds.size()))) {
            List<Future<T>> running = new ArrayList<>();
            for (Fold fold : folds) {
                running.add(threads.submit(() -> work.apply(fold)));
            }
            List<T> outcomes = new ArrayList<>();
            try {
                for (int number = 0; number < folds.size(); number++) {
                    outcomes.add(outcome(running.get(number), "fold " + (number + 1) + " of " + folds.size()));
                }
            } finally {
                threads.shutdownNow();
            }
            return outcomes;
        }
    }

    private static <T> T outcome(Future<T> future, String fold) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TrainingException("in " + fold + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("interrupted in " + fold, e);
        }
    }
}
