package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.LogBatch;
import io.steelyard.mlflow.wire.LogMetric;
import io.steelyard.mlflow.wire.MetricEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads the requests that come by the thousand straight from their bytes. It knows well-formed ones alone: of any
/// other it gives null, and [RequestReader] says what is wrong with it.
final class LogReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /// What a value of a metric is made of, in one request or in a list.
    private static final class Draft {
        private @Nullable String runId;
        private @Nullable String key;
        private @Nullable Double value;
        private @Nullable Long timestamp;
        private @Nullable Long step;
        private @Nullable String modelId;
        private @Nullable String datasetName;
        private @Nullable String datasetDigest;
    }

    /// A request that this reader leaves to the other one.
    private static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unusual() {
            super(null, null, false, false);
        }
    }

    private LogReader() {}

    /// @return the request `runs/log-metric`; null: it is unusual
    static @Nullable LogMetric metric(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            Draft draft = draft(parser);
            end(parser);
            return new LogMetric(
                    present(draft.runId),
                    present(draft.key),
                    present(draft.value),
                    present(draft.timestamp),
                    draft.step,
                    draft.modelId,
                    draft.datasetName,
                    draft.datasetDigest);
        } catch (JacksonException | Unusual e) {
            return null;
        }
    }

    /// @return the request `runs/log-batch`; null: it is unusual
    static @Nullable LogBatch batch(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            require(parser, JsonToken.START_OBJECT);
            String runId = null;
            List<MetricEntry> metrics = List.of();
            List<Entry> params = List.of();
            List<Entry> tags = List.of();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "run_id" -> runId = text(parser, token);
                    case "metrics" -> metrics = metrics(parser);
                    case "params" -> params = entries(parser);
                    case "tags" -> tags = entries(parser);
                    default -> parser.skipChildren();
                }
            }
            end(parser);
            return new LogBatch(present(runId), metrics, params, tags);
        } catch (JacksonException | Unusual e) {
            return null;
        }
    }

    private static List<MetricEntry> metrics(JsonParser parser) {
        require(parser, JsonToken.START_ARRAY);
        List<MetricEntry> metrics = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Draft draft = draft(parser);
            metrics.add(new MetricEntry(
                    present(draft.key),
                    present(draft.value),
                    present(draft.timestamp),
                    draft.step,
                    draft.datasetName,
                    draft.datasetDigest,
                    draft.modelId,
                    draft.runId));
        }
        return metrics;
    }

    private static Draft draft(JsonParser parser) {
        require(parser, JsonToken.START_OBJECT);
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "run_id" -> draft.runId = text(parser, token);
                case "key" -> draft.key = text(parser, token);
                case "value" -> draft.value = real(parser, token);
                case "timestamp" -> draft.timestamp = whole(parser, token);
                case "step" -> draft.step = whole(parser, token);
                case "model_id" -> draft.modelId = text(parser, token);
                case "dataset_name" -> draft.datasetName = text(parser, token);
                case "dataset_digest" -> draft.datasetDigest = text(parser, token);
                default -> parser.skipChildren();
            }
        }
        return draft;
    }

    private static List<Entry> entries(JsonParser parser) {
        require(parser, JsonToken.START_ARRAY);
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser, JsonToken.START_OBJECT);
            String key = null;
            String value = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "key" -> key = text(parser, token);
                    case "value" -> value = text(parser, token);
                    default -> parser.skipChildren();
                }
            }
            entries.add(new Entry(present(key), value));
        }
        return entries;
    }

    private static String text(JsonParser parser, JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            throw new Unusual();
        }
        return parser.getString();
    }

    private static double real(JsonParser parser, JsonToken token) {
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        return switch (text(parser, token)) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new Unusual();
        };
    }

    private static long whole(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        try {
            return Long.parseLong(text(parser, token));
        } catch (NumberFormatException e) {
            throw new Unusual();
        }
    }

    private static <T> T present(@Nullable T part) {
        if (part == null || part.equals("")) {
            throw new Unusual();
        }
        return part;
    }

    private static void require(JsonParser parser, JsonToken token) {
        if (parser.currentToken() != token) {
            throw new Unusual();
        }
    }

    private static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new Unusual();
        }
    }
}
