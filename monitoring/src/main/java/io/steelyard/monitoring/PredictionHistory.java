package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TableEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a [PredictionLog] has written of a model, predictions joined with labels by the prediction's id.
///
/// Where an id was logged more than once, the prediction logged last counts, and so does the label that came last: sending
/// either again does no harm, and sending a label with another value corrects it. A prediction belongs to the window of its own
/// event time, whenever its label comes.
///
/// @param folder the log's folder
/// @param model the model's name
/// @param version the version whose predictions are read; null: all versions
public record PredictionHistory(
        Path folder, String model, @Nullable String version) {
    private static final String JOINED = "joined";
    private static final String WINDOW = "window_name";
    private static final List<String> PREDICTION_COLUMNS = List.of(
            PredictionFiles.ID,
            PredictionFiles.EVENT_TIME,
            PredictionFiles.VERSION,
            PredictionFiles.SCORE,
            PredictionFiles.PREDICTION,
            PredictionFiles.CONFIDENCE,
            PredictionFiles.LATENCY,
            PredictionFiles.ACTUAL);

    /// Reads what is in files by now; see [PredictionLog#flush].
    ///
    /// @param by how to divide it
    /// @return the windows that have predictions, the earliest first
    /// @throws io.steelyard.data.DataException where a file is damaged
    public List<PredictionWindow> windows(Windowing by) {
        return windows(by, WatchedTime.ever());
    }

    /// Reads what is in files by now of a stretch of time; see [PredictionLog#flush].
    ///
    /// @param by how to divide it
    /// @param time which predictions are looked at
    /// @return the windows that have predictions, the earliest first
    /// @throws io.steelyard.data.DataException where a file is damaged
    public List<PredictionWindow> windows(Windowing by, WatchedTime time) {
        List<Path> files = PredictionFiles.allPredictions(folder, model);
        if (files.isEmpty()) {
            return List.of();
        }
        try (TableEngine engine = TableEngine.open()) {
            engine.createTable(JOINED, joined(files, by, time));
            @Nullable
            String[] names = ((StringColumn)
                            engine.readAll("SELECT DISTINCT " + WINDOW + " FROM " + JOINED + " ORDER BY 1")
                                    .column(WINDOW))
                    .values();
            return Arrays.stream(names)
                    .map(Objects::requireNonNull)
                    .map(name -> window(engine, name))
                    .toList();
        }
    }

    private String joined(List<Path> files, Windowing by, WatchedTime time) {
        List<Path> actuals = PredictionFiles.allActuals(folder);
        String labels = actuals.isEmpty()
                ? "SELECT NULL::VARCHAR AS prediction_id, NULL::DOUBLE AS actual"
                : "SELECT prediction_id, arg_max(actual, logged_at) AS actual FROM " + parquet(actuals) + " GROUP BY 1";
        String chosen = " WHERE event_time >= CAST(" + text(time.from().toString())
                + " AS TIMESTAMPTZ) AND event_time < CAST(" + text(time.until().toString()) + " AS TIMESTAMPTZ)"
                + (version == null ? "" : " AND model_version = " + text(version));
        return "SELECT p.*, labels.actual, strftime(timezone("
                + text(time.zone().getId())
                + ", p.event_time), '" + by.pattern() + "') AS "
                + WINDOW
                + " FROM (SELECT * FROM " + parquet(files) + chosen
                + " QUALIFY row_number() OVER (PARTITION BY prediction_id ORDER BY logged_at DESC) = 1) p"
                + " LEFT JOIN (" + labels + ") labels USING (prediction_id)";
    }

    private static PredictionWindow window(TableEngine engine, String name) {
        Batch all = engine.readAll("SELECT * FROM " + JOINED + " WHERE " + WINDOW + " = " + text(name)
                + " ORDER BY event_time, prediction_id");
        List<String> features = all.schema().names().stream()
                .filter(column -> column.startsWith(PredictionFiles.FEATURE))
                .toList();
        Batch prefixed = all.select(features);
        List<Field> fields = new ArrayList<>();
        for (Field field : prefixed.schema().fields()) {
            fields.add(new Field(field.name().substring(PredictionFiles.FEATURE.length()), field.type()));
        }
        return new PredictionWindow(
                name, all.select(PREDICTION_COLUMNS), new Batch(new Schema(fields), prefixed.columns()));
    }

    private static String parquet(List<Path> files) {
        return files.stream()
                .map(file -> text(pattern(file.toString())))
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
    }

    /// A path as a pattern that matches it alone.
    private static String pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            pattern.append(c == '*' || c == '?' || c == '[' ? "[" + c + "]" : c);
        }
        return pattern.toString();
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
