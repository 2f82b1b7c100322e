package io.steelyard.serving;

import io.steelyard.models.Task;
import io.steelyard.monitoring.Actual;
import io.steelyard.monitoring.PredictionLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// `POST /actuals`: `{"actuals":[{"prediction_id":…,"actual":…,"event_time":…}]}` is answered by `{"accepted":n}`. A label may be
/// sent again, and with another value; the last one counts. `true` and `false` are 1 and 0.
final class ActualsEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String ACTUALS = "actuals";

    private final ModelPool pool;
    private final PredictionLog log;

    ActualsEndpoint(ModelPool pool, PredictionLog log) {
        this.pool = pool;
        this.log = log;
    }

    byte[] answer(byte[] body) {
        List<Actual> actuals = read(body);
        if (!log.offer(actuals, PATIENCE)) {
            throw new ServingException(
                    ServingException.Kind.UNAVAILABLE,
                    "the prediction log has no room for " + actuals.size() + " labels now; send them again later");
        }
        return ("{\"accepted\":" + actuals.size() + "}").getBytes(StandardCharsets.UTF_8);
    }

    private List<Actual> read(byte[] body) {
        List<Actual> actuals = null;
        try (JsonParser parser = JsonText.object(body)) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                if (key.equals(ACTUALS)) {
                    actuals = readAll(parser);
                } else {
                    parser.skipChildren();
                }
            }
            JsonText.end(parser);
        } catch (JacksonException e) {
            throw JsonText.malformed(e);
        }
        if (actuals == null) {
            throw ServingException.invalid(
                    "the body needs 'actuals', a list of objects with 'prediction_id' and 'actual'");
        }
        return actuals;
    }

    private List<Actual> readAll(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ServingException.invalid("actuals must be a list of objects, not " + JsonText.found(parser));
        }
        boolean classes = !pool.models().isEmpty()
                && pool.models().stream().allMatch(model -> model.signature().task() == Task.BINARY_CLASSIFICATION);
        Instant now = Instant.now();
        List<Actual> actuals = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            actuals.add(readOne(parser, ACTUALS + "[" + actuals.size() + "]", classes, now));
        }
        return actuals;
    }

    private static Actual readOne(JsonParser parser, String place, boolean classes, Instant now) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ServingException.invalid(
                    place + " must be an object with 'prediction_id' and 'actual', not " + JsonText.found(parser));
        }
        String id = null;
        Double value = null;
        Instant time = null;
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            switch (key) {
                case "prediction_id" -> id = PredictionIds.read(parser, place + ".prediction_id");
                case "actual" -> value = readActual(parser, place + ".actual", classes);
                case "event_time" -> time = EventTimes.read(parser, place + ".event_time");
                default -> parser.skipChildren();
            }
        }
        return new Actual(
                require(id, place, "prediction_id"), require(value, place, "actual"), time == null ? now : time);
    }

    private static double readActual(JsonParser parser, String place, boolean classes) {
        JsonToken token = parser.currentToken();
        double value = Double.NaN;
        if (token.isNumeric()) {
            value = parser.getDoubleValue();
        } else if (token.isBoolean()) {
            value = token == JsonToken.VALUE_TRUE ? 1 : 0;
        }
        if (!Double.isFinite(value) || (classes && value != 0 && value != 1)) {
            throw ServingException.invalid(
                    place + " must be " + (classes ? "0 or 1" : "a finite number") + ", not " + JsonText.found(parser));
        }
        return value;
    }

    private static <T> T require(@Nullable T value, String place, String key) {
        if (value == null) {
            throw ServingException.invalid(place + " lacks '" + key + "'");
        }
        return value;
    }
}
