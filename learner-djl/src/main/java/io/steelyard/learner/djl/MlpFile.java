package io.steelyard.learner.djl;

import io.steelyard.models.ModelException;
import io.steelyard.models.ModelFile;
import io.steelyard.models.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file of an [MlpModel], of the format `mlp`: a JSON object with the keys `task`, `features`, `means`, `scales`, `layers`
/// (objects with `weights`, a list an output, and `biases`), `target_mean` and `target_scale`. Every number reads back to the
/// same bits of a float.
final class MlpFile {
    static final String FORMAT = "mlp";
    private static final String NAME = "model.json";

    private MlpFile() {}

    static ModelFile write(MlpModel model) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("task", model.task().spelling());
        ArrayNode features = root.putArray("features");
        model.features().forEach(features::add);
        add(root.putArray("means"), model.means());
        add(root.putArray("scales"), model.scales());
        ArrayNode layers = root.putArray("layers");
        for (MlpModel.Layer layer : model.layers()) {
            ObjectNode object = layers.addObject();
            ArrayNode weights = object.putArray("weights");
            for (float[] row : layer.weights()) {
                add(weights.addArray(), row);
            }
            add(object.putArray("biases"), layer.biases());
        }
        root.put("target_mean", model.targetMean());
        root.put("target_scale", model.targetScale());
        return new ModelFile(FORMAT, NAME, JsonMapper.shared().writeValueAsBytes(root));
    }

    private static void add(ArrayNode array, float[] values) {
        for (float value : values) {
            array.add(value);
        }
    }

    /// @throws ModelException of kind DAMAGED where the file is no such model
    static MlpModel read(ModelFile file) {
        try {
            JsonNode root = JsonMapper.shared().readTree(file.bytes());
            List<MlpModel.Layer> layers = new ArrayList<>();
            for (JsonNode layer : list(root, "layers")) {
                JsonNode rows = list(layer, "weights");
                float[][] weights = new float[rows.size()][];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = floats(rows.get(i), "weights");
                }
                layers.add(new MlpModel.Layer(weights, floats(list(layer, "biases"), "biases")));
            }
            return new MlpModel(
                    task(root.path("task").asString("")),
                    list(root, "features").valueStream().map(JsonNode::asString).toList(),
                    floats(list(root, "means"), "means"),
                    floats(list(root, "scales"), "scales"),
                    layers,
                    number(root.path("target_mean"), "target_mean"),
                    number(root.path("target_scale"), "target_scale"));
        } catch (JacksonException e) {
            throw damaged(file, "is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, "is damaged: " + e.getMessage(), e);
        }
    }

    private static ModelException damaged(ModelFile file, String what, RuntimeException cause) {
        return new ModelException(ModelException.Kind.DAMAGED, file.name() + ": the network " + what, cause);
    }

    private static Task task(String spelling) {
        return Arrays.stream(Task.values())
                .filter(task -> task.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its task '" + spelling + "' is unknown"));
    }

    private static JsonNode list(JsonNode object, String key) {
        JsonNode list = object.path(key);
        if (!list.isArray()) {
            throw new IllegalArgumentException("it has no list '" + key + "'");
        }
        return list;
    }

    private static float[] floats(JsonNode list, String key) {
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = number(list.get(i), key);
        }
        return floats;
    }

    private static float number(JsonNode number, String key) {
        float value = number.isNumber() ? number.floatValue() : Float.NaN;
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("its '" + key + "' has " + number + ", which is no finite number");
        }
        return value;
    }
}
