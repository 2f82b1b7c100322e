package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.models.ClassPrediction;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks the serving port one row, and holds its answer against the model's own.
///
/// @param client the serving port
/// @param inputs the model's input columns in order
record DeployCheck(ServingClient client, List<String> inputs) {
    private static final String PATH = "/predict";

    /// A request and its answer.
    ///
    /// @param url where it was sent
    /// @param request its body
    /// @param response the answer
    record Answer(String url, String request, String response) {
        PipelineSummary.ServingLine line(long liveRows) {
            return new PipelineSummary.ServingLine(url, request, response, liveRows);
        }
    }

    Answer run(Predictor predictor, Batch rows) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("features", Cells.row(rows, inputs, 0));
        String response = client.post(PATH, request);
        JsonNode answer = JsonMapper.shared().readTree(response);
        double[] scores = predictor.score(rows.take(IntStream.of(0).toArray()));
        Signature signature = predictor.signature();
        boolean same = switch (signature.task()) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
                isOf(answer, signature, ClassPrediction.of(signature, scores, 0));
            case REGRESSION -> answer.path("prediction").asDouble(Double.NaN) == scores[0];
        };
        if (!same) {
            throw new PipelineException(
                    "the serving port answers " + response + ", but the model says " + Arrays.toString(scores));
        }
        return new Answer(client.at(PATH).toString(), request.toString(), response);
    }

    private static boolean isOf(JsonNode answer, Signature signature, ClassPrediction expected) {
        JsonNode prediction = answer.path("prediction");
        String name = signature.classes().get(expected.label());
        return answer.path("confidence").asDouble(Double.NaN) == expected.confidence()
                && (prediction.isNumber()
                        ? prediction.asDouble() == Double.parseDouble(name)
                        : prediction.asString("").equals(name));
    }
}
