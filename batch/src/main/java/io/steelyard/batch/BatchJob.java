package io.steelyard.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is to be scored, and to where.
///
/// @param source the Parquet files: one file, a folder of `.parquet` files, or a pattern such as `days/*.parquet`
/// @param target the Parquet file to write; what stands there is replaced once the new file is whole
/// @param keep the source's columns to write beside the predictions, in this order; all of them where the list is empty
/// @param modelVersion what the column `model_version` says, for example `3`
/// @param scoredAt what the column `scored_at` says
/// @param batchSize how many rows are scored at once, at least 1
public record BatchJob(
        String source, Path target, List<String> keep, String modelVersion, Instant scoredAt, int batchSize) {
    /// Small enough for the processor's cache, large enough that the chunk's own cost does not show.
    public static final int DEFAULT_BATCH_SIZE = 10_000;

    public BatchJob {
        keep = List.copyOf(keep);
        if (batchSize < 1) {
            throw new IllegalArgumentException("at least 1 row must be scored at once, not " + batchSize);
        }
    }

    /// A job that keeps all columns and scores [#DEFAULT_BATCH_SIZE] rows at once.
    ///
    /// @param source the Parquet files
    /// @param target the Parquet file to write
    /// @param modelVersion what the column `model_version` says
    /// @param scoredAt what the column `scored_at` says
    public BatchJob(String source, Path target, String modelVersion, Instant scoredAt) {
        this(source, target, List.of(), modelVersion, scoredAt, DEFAULT_BATCH_SIZE);
    }
}
