package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Field;
import io.steelyard.data.FileRows;
import io.steelyard.data.ParquetFile;
import io.steelyard.data.ParquetJoin;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Scores Parquet files with all processors, in memory that does not grow with their length.
///
/// The output has the kept columns with their types, then
/// - for a binary classification `prediction` (0, or 1 from a probability of 0.5 on) and `probability` (of class 1),
/// - for a multi-class one `prediction` (the class: a whole number where all classes are, else text) and `probability_CLASS` for each,
/// - for a regression `prediction`,
///
/// then `model_version`, `model_path` and `scored_at`. Rows keep the order of the sources. A score that is no number is missing.
///
/// The output appears, or is replaced, when it is whole. Until then its finished parts stand in the hidden folder `.NAME.parts` beside
/// it: the same job goes on from there after a stop, whatever stopped it. Parts of other inputs, of another model or of other columns
/// are thrown away.
public final class BatchInference {
    private static final long TURN_MILLIS = 100;

    private final BatchModel model;
    private final BatchJob job;
    private final BatchListener listener;
    private final AnswerForm form;
    private final long started = System.nanoTime();

    private BatchInference(BatchModel model, BatchJob job, BatchListener listener) {
        this.model = model;
        this.job = job;
        this.listener = listener;
        this.form = AnswerForm.of(model.predictor().signature());
    }

    /// Scores all rows of the sources.
    ///
    /// @param model scores the rows
    /// @param job what is to be scored, and to where
    /// @param listener told how far it has come
    /// @return what it came to
    /// @throws DataException before anything is scored, where a source is not there, has no rows ("No data found in …"), is damaged, or
    ///     lacks a column that the model takes or that is to be kept, where its files differ, or another batch writes the same output;
    ///     and where the output cannot be written
    public static BatchResult run(BatchModel model, BatchJob job, BatchListener listener) {
        return new BatchInference(model, job, listener).run();
    }

    private BatchResult run() {
        SourceTable source = SourceTable.open(
                files(), job.kept(), model.predictor().signature().inputs(), added());
        if (source.rows() == 0) {
            throw nothingFound();
        }
        try (PartsFolder folder = PartsFolder.claim(job.target())) {
            try {
                return run(source, folder);
            } catch (RuntimeException e) {
                folder.removeIfUseless();
                throw e;
            }
        }
    }

    private BatchResult run(SourceTable source, PartsFolder folder) {
        int workers = Runtime.getRuntime().availableProcessors();
        JobRecord job = resumed(record(source, BatchPlan.partRows(source.rows(), workers)), folder);
        List<FileRows> parts = BatchPlan.cut(source.files(), job.partRows());
        folder.tidy(parts.size());
        Map<Integer, PartRecord> finished = new TreeMap<>();
        List<Integer> open = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            Optional<PartRecord> part = folder.finished(number);
            if (part.isPresent() && part.get().rows() == parts.get(number).rows()) {
                finished.put(number, part.get());
            } else {
                open.add(number);
            }
        }
        int resumedParts = finished.size();
        long resumedRows =
                finished.values().stream().mapToLong(PartRecord::rows).sum();
        Instant scoredAt = Instant.EPOCH.plus(job.scoredAtMicros(), ChronoUnit.MICROS);
        long began = System.nanoTime();
        try (BatchWorkers work = new BatchWorkers(
                        source,
                        model.predictor(),
                        form,
                        this.job.batchSize(),
                        constants(job.scoredAtMicros()),
                        folder,
                        parts,
                        open);
                ParquetJoin join = ParquetJoin.open(folder.joined())) {
            work.start(workers);
            int joined = 0;
            while (joined < parts.size()) {
                listener.onProgress(new BatchProgress(
                        resumedRows + work.scored(), source.rows(), resumedRows, finished.size(), parts.size()));
                if (finished.containsKey(joined)) {
                    join.append(folder.part(joined++));
                } else {
                    BatchWorkers.Finished part = work.poll(TURN_MILLIS);
                    if (part != null) {
                        finished.put(part.number(), part.record());
                    }
                }
            }
            long rows = join.finish();
            if (rows != source.rows()) {
                throw new IllegalStateException(
                        rows + " rows were written, but the source has " + source.rows() + ": did a file change?");
            }
        }
        folder.deliver(this.job.target());
        listener.onProgress(new BatchProgress(source.rows(), source.rows(), resumedRows, parts.size(), parts.size()));
        PartRecord all = finished.values().stream().reduce(PartRecord.NONE, PartRecord::plus);
        double seconds = (System.nanoTime() - started) / 1e9;
        double scoring = (System.nanoTime() - began) / 1e9;
        return result(all, scoredAt, seconds, (all.rows() - resumedRows) / scoring, parts.size(), resumedParts);
    }

    /// The job of the parts that are there where they are of use, else this one, with the parts removed.
    private JobRecord resumed(JobRecord now, PartsFolder folder) {
        Optional<JobRecord> earlier = folder.job();
        Optional<String> difference = earlier.flatMap(now::differenceFrom);
        if (earlier.isPresent() && difference.isEmpty()) {
            return earlier.get();
        }
        difference.ifPresent(listener::onStartOver);
        folder.start(now);
        return now;
    }

    private List<Path> files() {
        Path target = job.target().toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new DataException(
                    DataException.Kind.UNREADABLE,
                    "the output " + job.target() + " is a folder: name a file, for example " + job.target()
                            + "/predictions.parquet");
        }
        List<Path> files = new ArrayList<>();
        job.sources().forEach(one -> files.addAll(SourceFiles.of(one)));
        if (files.isEmpty()) {
            throw nothingFound();
        }
        for (Path file : files) {
            if (file.toAbsolutePath().normalize().equals(target)) {
                throw new DataException(
                        DataException.Kind.UNREADABLE,
                        "the output " + job.target() + " is one of the files to be scored: write to another file");
            }
        }
        return files;
    }

    private Schema added() {
        List<Field> fields = new ArrayList<>(form.schema().fields());
        fields.addAll(constants(0).schema().fields());
        return new Schema(fields);
    }

    private Batch constants(long scoredAtMicros) {
        return new Batch(
                Schema.of(
                        new Field("model_version", ColumnType.STRING),
                        new Field("model_path", ColumnType.STRING),
                        new Field("scored_at", ColumnType.TIMESTAMP)),
                List.of(
                        new StringColumn(new @Nullable String[] {model.version()}),
                        new StringColumn(new @Nullable String[] {model.path()}),
                        new TimestampColumn(new long[] {scoredAtMicros})));
    }

    private JobRecord record(SourceTable source, long partRows) {
        return new JobRecord(
                JobRecord.VERSION,
                source.files().stream().map(BatchInference::input).toList(),
                model.digest(),
                model.version(),
                model.path(),
                source.kept(),
                ChronoUnit.MICROS.between(Instant.EPOCH, job.scoredAt()),
                partRows);
    }

    private static JobRecord.Input input(ParquetFile file) {
        try {
            return new JobRecord.Input(
                    file.path().toAbsolutePath().normalize().toString(),
                    Files.size(file.path()),
                    Files.getLastModifiedTime(file.path()).toMillis(),
                    file.footerDigest());
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file.path() + ": " + e, e);
        }
    }

    private BatchResult result(
            PartRecord all, Instant scoredAt, double seconds, double rowsPerSecond, int parts, int resumedParts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<String> classes = form.classes();
        for (int i = 0; i < classes.size(); i++) {
            counts.put(classes.get(i), all.counts().get(i));
        }
        @Nullable PredictionDistribution numbers = all.numbers().distribution();
        @Nullable
        PredictionDistribution predictions = switch (form) {
            case AnswerForm.Binary binary -> classDistribution(new long[] {0, 1}, all.counts());
            case AnswerForm.Multiclass many ->
                many.numbers() == null ? null : classDistribution(many.numbers(), all.counts());
            case AnswerForm.Value value -> numbers;
        };
        @Nullable PredictionDistribution probabilities = form instanceof AnswerForm.Binary ? numbers : null;
        return new BatchResult(
                all.rows(),
                job.target(),
                predictions,
                probabilities,
                counts,
                scoredAt,
                seconds,
                rowsPerSecond,
                parts,
                resumedParts);
    }

    /// The distribution of classes that are numbers, each of which stands there some times.
    private static PredictionDistribution classDistribution(long[] classes, List<Long> counts) {
        Moments all = Moments.NONE;
        for (int i = 0; i < classes.length; i++) {
            long count = counts.get(i);
            if (count > 0) {
                all = all.plus(new Moments(count, classes[i], 0, classes[i], classes[i]));
            }
        }
        return all.distribution();
    }

    private DataException nothingFound() {
        return new DataException(DataException.Kind.EMPTY, "No data found in " + String.join(", ", job.sources()));
    }
}
