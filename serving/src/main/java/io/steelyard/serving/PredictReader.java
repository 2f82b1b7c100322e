package io.steelyard.serving;

import io.steelyard.data.Nearest;
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

    private final ServedModel model;
    private final Set<String> seen = HashSet.newHashSet(KEYS.size());
    private @Nullable String version;
    private @Nullable RowReader rows;
    private PredictRequest.@Nullable Form form;
    private @Nullable List<String> ids;
    private @Nullable Instant eventTime;

    private PredictReader(ServedModel model) {
        this.model = model;
    }

    static PredictRequest read(byte[] body, ModelPool pool) {
        try {
            return read(body, pool, pool.select(null));
        } catch (JacksonException e) {
            throw JsonText.malformed(e);
        }
    }

    /// The version says which columns the rows have, and may stand behind them: the rows are read as the default's, and once
    /// more where they are another's.
    private static PredictRequest read(byte[] body, ModelPool pool, ServedModel byDefault) {
        PredictReader reader = new PredictReader(byDefault);
        try {
            PredictRequest request = reader.read(body);
            if (reader.version == null || pool.select(reader.version).equals(byDefault)) {
                return request;
            }
        } catch (ServingException | JacksonException e) {
            String version = version(body);
            if (version == null || pool.select(version).equals(byDefault)) {
                throw e;
            }
        }
        return new PredictReader(pool.select(version(body))).read(body);
    }

    private PredictRequest read(byte[] body) {
        try (JsonParser parser = JsonText.object(body)) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                field(key, parser);
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

    private void field(String key, JsonParser parser) {
        if (KEYS.contains(key) && !seen.add(key)) {
            throw ServingException.invalid("'" + key + "' stands twice in the body");
        }
        switch (key) {
            case FEATURES -> {
                begin(PredictRequest.Form.ONE).read(parser, RowReader.Place.of(FEATURES));
            }
            case INSTANCES -> instances(parser, begin(PredictRequest.Form.MANY));
            case MODEL_VERSION -> version = readVersion(parser);
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

    private RowReader begin(PredictRequest.Form next) {
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

    private static void foreign(String key, JsonParser parser) {
        Nearest.to(key, KEYS).ifPresent(nearest -> {
            throw ServingException.invalid(
                    "unknown key '" + JsonText.quote(key) + "'; the nearest is '" + nearest + "'");
        });
        parser.skipChildren();
    }

    /// The version that a body asks for, whatever else is wrong in it behind; null where it asks for none.
    private static @Nullable String version(byte[] body) {
        try (JsonParser parser = JsonText.object(body)) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                if (key.equals(MODEL_VERSION)) {
                    return readVersion(parser);
                }
                parser.skipChildren();
            }
            return null;
        }
    }

    private static @Nullable String readVersion(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            throw ServingException.invalid("model_version must be a string, not " + JsonText.found(parser));
        }
        return parser.getString();
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
