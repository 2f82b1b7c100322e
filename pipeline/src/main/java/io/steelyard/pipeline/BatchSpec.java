package io.steelyard.pipeline;

import java.util.List;

/// What is scored as a batch: the test rows.
///
/// @param batchSize how many rows are scored at a time, at least 1
/// @param keep the columns that stand beside the prediction in the output; empty for all
public record BatchSpec(int batchSize, List<String> keep) {
    private static final int DEFAULT_BATCH_SIZE = 10_000;

    public BatchSpec {
        batchSize = batchSize == 0 ? DEFAULT_BATCH_SIZE : batchSize;
        if (batchSize < 1) {
            throw new IllegalArgumentException("'batch_size' must be at least 1, not " + batchSize);
        }
        keep = Required.listOrEmpty(keep);
    }
}
