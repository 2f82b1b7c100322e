package io.steelyard.monitoring;

import java.time.Duration;

/// How much a [PredictionLog] holds back before it writes.
///
/// @param segmentAge how old a segment may grow before it becomes a file; what is younger is lost if the process is killed
/// @param segmentRows how many rows a segment may have before it becomes a file, at least 1
/// @param waitingBytes about how much memory the entries that wait for the writer may take; beyond it entries are dropped
public record PredictionLogOptions(Duration segmentAge, int segmentRows, long waitingBytes) {
    private static final Duration USUAL_AGE = Duration.ofSeconds(60);
    private static final int USUAL_ROWS = 131_072;
    private static final long USUAL_WAITING_BYTES = 64L << 20;

    public PredictionLogOptions {
        if (segmentAge.isNegative() || segmentRows < 1 || waitingBytes < 1) {
            throw new IllegalArgumentException(
                    "a prediction log needs an age of 0 or more, and at least 1 row and 1 byte, not " + segmentAge
                            + ", " + segmentRows + " and " + waitingBytes);
        }
    }

    /// One minute, 131,072 rows and 64 MiB.
    ///
    /// @return the usual options
    public static PredictionLogOptions defaults() {
        return new PredictionLogOptions(USUAL_AGE, USUAL_ROWS, USUAL_WAITING_BYTES);
    }
}
