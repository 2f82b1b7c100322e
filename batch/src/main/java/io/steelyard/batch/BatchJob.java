package io.steelyard.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is to be scored, and to where.
///
/// @param sources the Parquet files, at least one source: a file, a folder with `.parquet` files in it and below, or a pattern such
///     as `days/*.parquet`; their rows follow each other in this order, the files of a source in the order of their names
/// @param target the Parquet file to write; what stands there is replaced once the new file is whole
/// @param kept the source's columns to write beside the predictions
/// @param scoredAt what the column `scored_at` says; a batch that goes on says what it said when it began
/// @param batchSize at most how many rows the model gets at once, at least 1; it gets at most 2,048
public record BatchJob(List<String> sources, Path target, KeptColumns kept, Instant scoredAt, int batchSize) {
    /// More than the model ever gets.
    public static final int DEFAULT_BATCH_SIZE = 10_000;

    public BatchJob {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a batch needs a source");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("at least 1 row must be scored at once, not " + batchSize);
        }
    }

    /// A job that keeps all columns.
    ///
    /// @param source the Parquet files
    /// @param target the Parquet file to write
    /// @param scoredAt what the column `scored_at` says
    public BatchJob(String source, Path target, Instant scoredAt) {
        this(List.of(source), target, KeptColumns.all(), scoredAt, DEFAULT_BATCH_SIZE);
    }
}
