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
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Scores Parquet files chunk by chunk, so that memory does not grow with their length.
///
/// The output has the source's columns, all or those chosen, and after them `prediction` (a score, see [Predictor#score]),
/// `model_version` and `scored_at`; a kept column of such a name is an error. Rows keep their order; the files of a folder or pattern
/// follow each other by name.
public final class BatchInference {
    private static final String VIEW = "source";
    private static final List<Field> ANSWERS = List.of(
            new Field("prediction", ColumnType.DOUBLE),
            new Field("model_version", ColumnType.STRING),
            new Field("scored_at", ColumnType.TIMESTAMP));

    private final TableEngine engine;
    private final Predictor predictor;
    private final BatchJob job;
    private final BatchListener listener;
    private final RunningDistribution distribution = new RunningDistribution();

    private BatchInference(TableEngine engine, Predictor predictor, BatchJob job, BatchListener listener) {
        this.engine = engine;
        this.predictor = predictor;
        this.job = job;
        this.listener = listener;
    }

    /// Scores all rows of the source. The target appears, or is replaced, when all of it is written.
    ///
    /// @param predictor scores the rows
    /// @param job what is to be scored, and to where
    /// @param listener told after each chunk
    /// @return what it came to
    /// @throws DataException where the source has no rows ("No data found in …"), is not there or is damaged, lacks a
    /// column that the
    ///     model takes or that is to be kept, or the target cannot be written
    public static BatchResult run(Predictor predictor, BatchJob job, BatchListener listener) {
        try (TableEngine engine = TableEngine.open()) {
            return new BatchInference(engine, predictor, job, listener).run();
        }
    }

    private BatchResult run() {
        List<Path> files = SourceFiles.of(job.source());
        for (Path file : files) {
            if (file.toAbsolutePath()
                    .normalize()
                    .equals(job.target().toAbsolutePath().normalize())) {
                throw new DataException(
                        DataException.Kind.UNREADABLE,
                        "the output " + job.target() + " is one of the files to be scored: write to another file");
            }
        }
        if (files.isEmpty()) {
            throw nothingFound();
        }
        Schema columns = columns(files.getFirst());
        try (BatchWriter writer = TableEngine.parquetWriter(answered(columns), job.target())) {
            for (Path file : files) {
                score(file, columns, writer);
            }
            if (distribution.count() == 0) {
                throw nothingFound();
            }
            long rows = writer.finish();
            return new BatchResult(rows, job.target(), distribution.distribution());
        }
    }

    private void score(Path file, Schema columns, BatchWriter writer) {
        engine.registerParquet(VIEW, file);
        try (BatchReader reader = engine.query(select())) {
            if (!reader.schema().equals(columns)) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        file + " has the columns " + reader.schema().fields() + ", but the file before it has "
                                + columns.fields());
            }
            while (reader.hasNext()) {
                Batch read = reader.next();
                for (int from = 0; from < read.rows(); from += job.batchSize()) {
                    int to = Math.min(read.rows(), from + job.batchSize());
                    score(read.take(IntStream.range(from, to).toArray()), writer);
                }
            }
        }
    }

    private void score(Batch rows, BatchWriter writer) {
        double[] scores = predictor.score(rows);
        distribution.add(scores);
        writer.write(answered(rows, scores));
        listener.onRows(distribution.count());
    }

    private Schema columns(Path file) {
        engine.registerParquet(VIEW, file);
        return engine.schema(select());
    }

    /// Reads no more columns than are kept or scored.
    private String select() {
        if (job.keep().isEmpty()) {
            return "SELECT * FROM " + VIEW;
        }
        Set<String> names = new LinkedHashSet<>(job.keep());
        names.addAll(predictor.signature().inputs().names());
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + VIEW));
    }

    private Schema answered(Schema columns) {
        List<String> kept = job.keep().isEmpty() ? columns.names() : job.keep();
        List<Field> fields = new ArrayList<>(kept.stream().map(columns::field).toList());
        for (Field answer : ANSWERS) {
            if (kept.contains(answer.name())) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the source has a column '" + answer.name() + "' already: leave it out of the columns to keep");
            }
            fields.add(answer);
        }
        return new Schema(fields);
    }

    private Batch answered(Batch rows, double[] scores) {
        Batch kept = job.keep().isEmpty() ? rows : rows.select(job.keep());
        @Nullable String[] versions = new @Nullable String[scores.length];
        Arrays.fill(versions, job.modelVersion());
        long[] times = new long[scores.length];
        Arrays.fill(times, ChronoUnit.MICROS.between(Instant.EPOCH, job.scoredAt()));
        return kept.with("prediction", new DoubleColumn(scores))
                .with("model_version", new StringColumn(versions))
                .with("scored_at", new TimestampColumn(times));
    }

    private DataException nothingFound() {
        return new DataException(DataException.Kind.EMPTY, "No data found in " + job.source());
    }
}
