package io.steelyard.monitoring;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Where the log's files stand and which columns they have: the one place that the writer and the reader share.
///
/// `FOLDER/MODEL/predictions-*.parquet` holds a model's predictions, `FOLDER/actuals-*.parquet` the labels of all models: a
/// label names only its prediction.
final class PredictionFiles {
    static final String ID = "prediction_id";
    static final String EVENT_TIME = "event_time";
    static final String LOGGED_AT = "logged_at";
    static final String VERSION = "model_version";
    static final String SCORE = "score";
    static final String PREDICTION = "prediction";
    static final String CONFIDENCE = "confidence";
    static final String LATENCY = "latency_ms";
    static final String ACTUAL = "actual";

    /// Stands before a feature's name, so that no feature is taken for one of the columns above.
    static final String FEATURE = "feature_";

    static final Schema ACTUALS = Schema.of(
            new Field(ID, ColumnType.STRING),
            new Field(ACTUAL, ColumnType.DOUBLE),
            new Field(EVENT_TIME, ColumnType.TIMESTAMP),
            new Field(LOGGED_AT, ColumnType.TIMESTAMP));

    private static final String PREDICTIONS_PREFIX = "predictions-";
    private static final String ACTUALS_PREFIX = "actuals-";
    private static final String SUFFIX = ".parquet";

    /// A writer that lives touches its file far more often.
    private static final Duration ABANDONED = Duration.ofHours(6);

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private PredictionFiles() {}

    static Schema predictions(Schema features) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field(ID, ColumnType.STRING),
                new Field(EVENT_TIME, ColumnType.TIMESTAMP),
                new Field(LOGGED_AT, ColumnType.TIMESTAMP),
                new Field(VERSION, ColumnType.STRING),
                new Field(SCORE, ColumnType.DOUBLE),
                new Field(PREDICTION, ColumnType.DOUBLE),
                new Field(CONFIDENCE, ColumnType.DOUBLE),
                new Field(LATENCY, ColumnType.DOUBLE)));
        features.fields().forEach(field -> fields.add(new Field(FEATURE + field.name(), field.type())));
        return new Schema(fields);
    }

    /// The folder of a model. Characters that a file's name may not have are written as `%` and their bytes.
    static Path folder(Path folder, String model) {
        StringBuilder name = new StringBuilder();
        for (byte b : model.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '_'
                    || b == '-'
                    || (b == '.' && !name.isEmpty());
            name.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return folder.resolve(name.toString());
    }

    static Path newPredictions(Path folder, String model, long micros) {
        return folder(folder, model).resolve(fileName(PREDICTIONS_PREFIX, micros));
    }

    static Path newActuals(Path folder, long micros) {
        return folder.resolve(fileName(ACTUALS_PREFIX, micros));
    }

    static List<Path> allPredictions(Path folder, String model) {
        return list(folder(folder, model), PREDICTIONS_PREFIX);
    }

    static List<Path> allActuals(Path folder) {
        return list(folder, ACTUALS_PREFIX);
    }

    /// Deletes what writers that were killed have left: unfinished files that nobody has written to for long.
    static void sweep(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        try (DirectoryStream<Path> models = Files.newDirectoryStream(folder, Files::isDirectory)) {
            models.forEach(folders::add);
        }
        Instant old = Instant.now().minus(ABANDONED);
        for (Path each : folders) {
            try (DirectoryStream<Path> unfinished =
                    Files.newDirectoryStream(each, ".{" + PREDICTIONS_PREFIX + "," + ACTUALS_PREFIX + "}*.tmp*")) {
                for (Path file : unfinished) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static String fileName(String prefix, long micros) {
        Instant time = Instant.EPOCH.plusNanos(micros * 1000);
        return prefix + NAME_TIME.format(time) + "-" + Long.toString(micros, Character.MAX_RADIX) + SUFFIX;
    }

    private static List<Path> list(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, prefix + "*" + SUFFIX)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prediction log " + folder, e);
        }
        files.sort(null);
        return files;
    }
}
