package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.BatchReader;
import io.steelyard.data.BatchWriter;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TimestampColumn;
import io.steelyard.models.Predictor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Scores Parquet files chunk by chunk, so that any number of rows fits into memory. Each row comes out once and in its
/// place, with the columns `prediction` (the model's score), `model_version` and `scored_at` behind the kept ones.
public final class BatchInference {
    private static final String SOURCE = "source";
    private static final List<Field> ADDED = List.of(
            new Field("prediction", ColumnType.DOUBLE),
            new Field("model_version", ColumnType.STRING),
            new Field("scored_at", ColumnType.TIMESTAMP));

    private BatchInference() {}

    /// Runs a job.
    ///
    /// @param predictor the model
    /// @param job what to score, and to where
    /// @param listener told how far it has come
    /// @return what it came to
    /// @throws DataException where the source has no rows, lacks a column, or cannot be read; the target then stays as it was
    public static BatchResult run(Predictor predictor, BatchJob job, BatchListener listener) {
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet(SOURCE, job.source());
            try (BatchReader reader = engine.query("SELECT * FROM " + SOURCE)) {
                return run(predictor, job, reader, listener);
            }
        }
    }

    private static BatchResult run(Predictor predictor, BatchJob job, BatchReader reader, BatchListener listener) {
        Schema source = reader.schema();
        List<String> keep = job.keep().isEmpty() ? source.names() : job.keep();
        List<Field> fields = new ArrayList<>(keep.stream().map(source::field).toList());
        for (Field added : ADDED) {
            if (keep.contains(added.name())) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the source has a column '" + added.name() + "' already: leave it out of the columns to keep");
            }
            fields.add(added);
        }
        RunningDistribution distribution = new RunningDistribution();
        try (BatchWriter writer = TableEngine.parquetWriter(new Schema(fields), job.target())) {
            long rows = 0;
            while (reader.hasNext()) {
                Batch read = reader.next();
                for (int from = 0; from < read.rows(); from += job.batchSize()) {
                    int to = Math.min(read.rows(), from + job.batchSize());
                    Batch chunk = read.take(IntStream.range(from, to).toArray());
                    double[] scores = predictor.score(chunk);
                    distribution.add(scores);
                    writer.write(scored(chunk.select(keep), scores, job));
                    rows += chunk.rows();
                    listener.onRows(rows);
                }
            }
            if (rows == 0) {
                throw new DataException(DataException.Kind.EMPTY, "No data found in " + job.source());
            }
            writer.finish();
            return new BatchResult(rows, job.target(), distribution.distribution());
        }
    }

    private static Batch scored(Batch kept, double[] scores, BatchJob job) {
        String[] versions = new String[scores.length];
        Arrays.fill(versions, job.modelVersion());
        long[] times = new long[scores.length];
        Arrays.fill(times, ChronoUnit.MICROS.between(Instant.EPOCH, job.scoredAt()));
        return kept.with("prediction", new DoubleColumn(scores))
                .with("model_version", new StringColumn(versions))
                .with("scored_at", new TimestampColumn(times));
    }
}
