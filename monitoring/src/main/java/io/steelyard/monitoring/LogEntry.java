package io.steelyard.monitoring;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What stands in the queue between the requests' threads and the writer.
sealed interface LogEntry {
    /// About how many bytes an object with its references takes beyond its values.
    int OBJECT_BYTES = 64;

    /// How many rows of the log it is.
    int rows();

    /// About how much memory it takes.
    long bytes();

    record Predictions(LoggedPredictions predictions, int rows, long bytes) implements LogEntry {
        static Predictions of(LoggedPredictions predictions) {
            long columns = predictions.features().columns().size() + 3L;
            int rows = predictions.rows();
            return new Predictions(
                    predictions, rows, columns * OBJECT_BYTES + rows * (columns * Double.BYTES + 2L * OBJECT_BYTES));
        }
    }

    record Actuals(List<Actual> actuals) implements LogEntry {
        @Override
        public int rows() {
            return actuals.size();
        }

        @Override
        public long bytes() {
            return 3L * OBJECT_BYTES * rows();
        }
    }

    /// Asks for everything before it to be in files.
    record Flush(CompletableFuture<Void> done) implements LogEntry {
        @Override
        public int rows() {
            return 0;
        }

        @Override
        public long bytes() {
            return 0;
        }
    }
}
