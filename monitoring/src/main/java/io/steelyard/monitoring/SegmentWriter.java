package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.data.BatchWriter;
import io.steelyard.data.Column;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TimestampColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes rows into open segments, which become files together. Only the log's thread uses it.
final class SegmentWriter {
    private final Path folder;
    private final Map<Place, Segment> predictions = new HashMap<>();
    private @Nullable BatchWriter actuals;
    private long rows;
    private long openedNanos;
    private long lastMicros;

    private record Place(String model, Schema features) {}

    private record Segment(Schema schema, BatchWriter writer) {}

    SegmentWriter(Path folder) {
        this.folder = folder;
    }

    /// How many rows wait in open segments.
    long rows() {
        return rows;
    }

    /// How long ago the first row was put into the open segments, in nanoseconds; 0 where there is none.
    long ageNanos() {
        return rows == 0 ? 0 : System.nanoTime() - openedNanos;
    }

    void write(LoggedPredictions entry) {
        Batch features = entry.features();
        int count = entry.rows();
        Place place = new Place(entry.model(), features.schema());
        Segment segment = predictions.computeIfAbsent(place, this::open);
        double[] latency = new double[count];
        Arrays.fill(latency, entry.latencyMillis());
        String[] version = new String[count];
        Arrays.fill(version, entry.version());
        long[] eventTime = new long[count];
        Arrays.fill(eventTime, micros(entry.eventTime()));
        List<Column> columns = new ArrayList<>(List.of(
                new StringColumn(entry.ids().toArray(new String[0])),
                new TimestampColumn(eventTime),
                new TimestampColumn(loggedAt(count)),
                new StringColumn(version),
                new DoubleColumn(entry.scores()),
                new DoubleColumn(entry.predictions()),
                new DoubleColumn(entry.confidences()),
                new DoubleColumn(latency)));
        columns.addAll(features.columns());
        segment.writer.write(new Batch(segment.schema, columns));
        added(count);
    }

    void write(List<Actual> entry) {
        BatchWriter writer = actuals;
        if (writer == null) {
            writer = TableEngine.parquetWriter(
                    PredictionFiles.ACTUALS, PredictionFiles.newActuals(folder, nextMicros()));
            actuals = writer;
        }
        int count = entry.size();
        writer.write(new Batch(
                PredictionFiles.ACTUALS,
                List.of(
                        new StringColumn(
                                entry.stream().map(Actual::predictionId).toArray(String[]::new)),
                        new DoubleColumn(
                                entry.stream().mapToDouble(Actual::value).toArray()),
                        new TimestampColumn(entry.stream()
                                .mapToLong(a -> micros(a.eventTime()))
                                .toArray()),
                        new TimestampColumn(loggedAt(count)))));
        added(count);
    }

    /// Makes files of all open segments.
    ///
    /// @return how many rows they have
    long finish() {
        try {
            for (Segment segment : predictions.values()) {
                segment.writer.finish();
            }
            if (actuals != null) {
                actuals.finish();
            }
            return rows;
        } finally {
            discard();
        }
    }

    /// Lets go of all open segments.
    void discard() {
        List<BatchWriter> open = new ArrayList<>();
        predictions.values().forEach(segment -> open.add(segment.writer));
        if (actuals != null) {
            open.add(actuals);
        }
        predictions.clear();
        actuals = null;
        rows = 0;
        open.forEach(BatchWriter::close);
    }

    private Segment open(Place place) {
        Schema schema = PredictionFiles.predictions(place.features());
        return new Segment(
                schema,
                TableEngine.parquetWriter(schema, PredictionFiles.newPredictions(folder, place.model(), nextMicros())));
    }

    private void added(int count) {
        if (rows == 0) {
            openedNanos = System.nanoTime();
        }
        rows += count;
    }

    private long[] loggedAt(int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = nextMicros();
        }
        return values;
    }

    /// The time of writing, and later than any before it, so that it says which of two entries came last.
    private long nextMicros() {
        lastMicros = Math.max(lastMicros + 1, micros(Instant.now()));
        return lastMicros;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
