package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which models a run stored, as clients before version 3 note it: a list in one tag.
final class ModelHistory {
    static final String TAG = "mlflow.log-model.history";

    private static final List<String> MANDATORY = List.of("artifact_path", "flavors", "utc_time_created", "run_id");
    private static final List<String> KEPT = List.of("run_id", "artifact_path", "utc_time_created", "model_uuid");

    private ModelHistory() {}

    /// @return the tag with one more model
    static String with(Map<String, String> tags, String modelJson) {
        if (!(parsed(modelJson) instanceof ObjectNode model)) {
            throw MlflowException.invalid("Malformed model info. \n " + modelJson + " \n is not a valid JSON.");
        }
        List<String> missing =
                MANDATORY.stream().filter(name -> !model.has(name)).toList();
        if (!missing.isEmpty()) {
            throw MlflowException.invalid(
                    "Model json is missing mandatory fields: {'" + String.join("', '", missing) + "'}");
        }
        ArrayNode history = parsed(tags.getOrDefault(TAG, "[]")) instanceof ArrayNode list
                ? list
                : JsonNodeFactory.instance.arrayNode();
        history.add(kept(model));
        return new String(WireJson.write(history), StandardCharsets.UTF_8);
    }

    private static ObjectNode kept(ObjectNode model) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (String name : KEPT) {
            JsonNode value = model.get(name);
            if (value != null) {
                kept.set(name, value);
            }
        }
        ObjectNode flavors = kept.putObject("flavors");
        model.path("flavors")
                .forEachEntry((name, flavor) ->
                        flavors.set(name, flavor instanceof ObjectNode object ? object.without("config") : flavor));
        return kept;
    }

    private static JsonNode parsed(String json) {
        try {
            return WireJson.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
