package io.steelyard.serving;

import io.steelyard.data.Nearest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the body of `POST /predict` straight into columns.
///
/// Keys that are not known are passed over, so that a caller may send what others need, unless one is near a known key and
/// hence probably mistyped.
final class PredictReader {
    private static final String FEATURES = "features";
    private static final String INSTANCES = "instances";
    private static final String MODEL_VERSION = "model_version";
    private static final String PREDICTION_ID = "prediction_id";
    private static final String PREDICTION_IDS = "prediction_ids";
    private static final String EVENT_TIME = "event_time";
    private static final List<String> KEYS =
            List.of(FEATURES, INSTANCES, MODEL_VERSION, PREDICTION_ID, PREDICTION_IDS, EVENT_TIME);
    private static final byte[] MODEL_VERSION_BYTES = MODEL_VERSION.getBytes(StandardCharsets.UTF_8);

    private final ModelPool pool;
    private final Set<String> seen = HashSet.newHashSet(KEYS.size());
    private @Nullable String version;
    private @Nullable RowReader rows;
    private PredictRequest.@Nullable Form form;
    private @Nullable List<String> ids;
    private @Nullable Instant eventTime;

    private PredictReader(ModelPool pool) {
        this.pool = pool;
    }

    static PredictRequest read(byte[] body, ModelPool pool) {
        try {
            PredictReader reader = new PredictReader(pool);
            // The version says which columns the rows have, and may stand behind them.
            reader.version = contains(body, MODEL_VERSION_BYTES) ? version(body) : null;
            return reader.read(body);
        } catch (JacksonException e) {
            throw JsonText.malformed(e);
        }
    }

    private PredictRequest read(byte[] body) {
        ServedModel model = pool.select(version);
        try (JsonParser parser = JsonText.object(body)) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                field(key, parser, model);
            }
            JsonText.end(parser);
        }
        if (rows == null || form == null) {
            throw ServingException.invalid("the body needs 'features' for one row, or 'instances' for many");
        }
        if (ids != null && ids.size() != rows.rows()) {
            throw ServingException.invalid(
                    "prediction_ids has " + ids.size() + " ids, but there are " + rows.rows() + " instances");
        }
        return new PredictRequest(model, rows.build(), form, ids, eventTime);
    }

    private void field(String key, JsonParser parser, ServedModel model) {
        if (KEYS.contains(key) && !seen.add(key)) {
            throw ServingException.invalid("'" + key + "' stands twice in the body");
        }
        switch (key) {
            case FEATURES -> {
                begin(PredictRequest.Form.ONE, model).read(parser, RowReader.Place.of(FEATURES));
            }
            case INSTANCES -> instances(parser, begin(PredictRequest.Form.MANY, model));
            case MODEL_VERSION -> checkVersion(parser);
            case PREDICTION_ID -> {
                requireForm(key, PredictRequest.Form.ONE);
                ids = parser.currentToken() == JsonToken.VALUE_NULL ? null : List.of(PredictionIds.read(parser, key));
            }
            case PREDICTION_IDS -> {
                requireForm(key, PredictRequest.Form.MANY);
                ids = parser.currentToken() == JsonToken.VALUE_NULL ? null : PredictionIds.readAll(parser, key);
            }
            case EVENT_TIME -> eventTime = EventTimes.read(parser, key);
            default -> foreign(key, parser);
        }
    }

    private RowReader begin(PredictRequest.Form next, ServedModel model) {
        requireForm(next == PredictRequest.Form.ONE ? FEATURES : INSTANCES, next);
        RowReader reader = new RowReader(model);
        rows = reader;
        return reader;
    }

    private void requireForm(String key, PredictRequest.Form wanted) {
        if (form != null && form != wanted) {
            throw ServingException.invalid("'" + key + "' cannot stand with '"
                    + (wanted == PredictRequest.Form.ONE ? INSTANCES : FEATURES)
                    + "': one row has 'features' and 'prediction_id', many have 'instances' and 'prediction_ids'");
        }
        form = wanted;
    }

    private static void instances(JsonParser parser, RowReader reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ServingException.invalid("instances must be a list of rows, not " + JsonText.found(parser));
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.read(parser, new RowReader.Place(INSTANCES, reader.rows()));
        }
        if (reader.rows() == 0) {
            throw ServingException.invalid("instances must have at least one row");
        }
    }

    private void checkVersion(JsonParser parser) {
        if (version == null && parser.currentToken() != JsonToken.VALUE_NULL) {
            throw ServingException.invalid("the key model_version must be written without escapes");
        }
    }

    private static void foreign(String key, JsonParser parser) {
        Nearest.to(key, KEYS).ifPresent(nearest -> {
            throw ServingException.invalid(
                    "unknown key '" + JsonText.quote(key) + "'; the nearest is '" + nearest + "'");
        });
        parser.skipChildren();
    }

    /// The version that the body asks for; null where it asks for none.
    private static @Nullable String version(byte[] body) {
        try (JsonParser parser = JsonText.object(body)) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (!key.equals(MODEL_VERSION)) {
                    parser.skipChildren();
                    continue;
                }
                if (token == JsonToken.VALUE_NULL) {
                    return null;
                }
                if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
                    throw ServingException.invalid("model_version must be a string, not " + JsonText.found(parser));
                }
                return parser.getString();
            }
            return null;
        }
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int start = 0; start <= text.length - part.length; start++) {
            int i = 0;
            while (i < part.length && text[start + i] == part[i]) {
                i++;
            }
            if (i == part.length) {
                return true;
            }
        }
        return false;
    }

    /// The ids of a request that gave none.
    static List<String> newIds(int count) {
        List<String> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(PredictionIds.next());
        }
        return made;
    }
}
