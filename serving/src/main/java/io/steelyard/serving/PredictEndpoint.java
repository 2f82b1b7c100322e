package io.steelyard.serving;

import io.steelyard.monitoring.LoggedPredictions;
import io.steelyard.monitoring.PredictionLog;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// `POST /predict`, from the body's bytes to the answer's.
final class PredictEndpoint {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int ANSWER_BYTES = 192;

    private final ModelPool pool;
    private final PredictionLog log;

    PredictEndpoint(ModelPool pool, PredictionLog log) {
        this.pool = pool;
        this.log = log;
    }

    /// An answer, and what the metrics want to know of it.
    record Answer(ServedModel model, int rows, byte[] json) {}

    /// @param startNanos when the request came, of [System#nanoTime]
    /// @throws ServingException where the body is not as it must be
    Answer answer(byte[] body, long startNanos) {
        PredictRequest request = PredictReader.read(body, pool);
        ServedModel model = request.model();
        PredictAnswers answers =
                PredictAnswers.of(model.signature(), model.predictor().score(request.rows()));
        int rows = request.rows().rows();
        List<String> given = request.ids();
        List<String> ids = given == null ? PredictReader.newIds(rows) : given;
        double latencyMillis = Math.rint((System.nanoTime() - startNanos) / NANOS_PER_MICRO) / MICROS_PER_MILLI;
        Instant time = request.eventTime();
        log.offer(new LoggedPredictions(
                model.name(),
                model.version(),
                time == null ? Instant.now() : time,
                ids,
                request.rows(),
                answers.scores(),
                answers.predictions(),
                answers.confidences(),
                latencyMillis));
        return new Answer(model, rows, json(request, answers, ids, latencyMillis));
    }

    private static byte[] json(PredictRequest request, PredictAnswers answers, List<String> ids, double latencyMillis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ANSWER_BYTES);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            switch (request.form()) {
                case ONE -> answers.write(json, 0);
                case MANY -> {
                    json.writeArrayPropertyStart("predictions");
                    for (int row = 0; row < ids.size(); row++) {
                        json.writeStartObject();
                        answers.write(json, row);
                        json.writeStringProperty("prediction_id", ids.get(row));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
            }
            json.writeStringProperty("model_version", request.model().version());
            json.writeNumberProperty("latency_ms", latencyMillis);
            if (request.form() == PredictRequest.Form.ONE) {
                json.writeStringProperty("prediction_id", ids.getFirst());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
