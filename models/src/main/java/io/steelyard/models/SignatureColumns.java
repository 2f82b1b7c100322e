package io.steelyard.models;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The columns of a signature as people read them, of a model of any flavor, whether it can be opened here or not.
public final class SignatureColumns {
    private SignatureColumns() {}

    /// Reads the signature of a file `MLmodel`.
    ///
    /// @param mlModel the file's content
    /// @return each column's type by its place: `inputs.age` → `double`, `inputs.note` → `string (optional)`, `outputs.0` →
    ///     `tensor of float32 [-1,2]` where it has no name, `params.limit` → `long = 3`; nothing where there is no signature
    /// @throws ModelException of kind DAMAGED where the file or its signature cannot be read
    public static Map<String, String> read(byte[] mlModel) {
        try {
            JsonNode signature = YAMLMapper.shared().readTree(mlModel).path("signature");
            Map<String, String> columns = new TreeMap<>();
            for (String part : new String[] {"inputs", "outputs", "params"}) {
                JsonNode text = signature.path(part);
                if (text.isString()) {
                    int place = 0;
                    for (JsonNode column : JsonMapper.shared().readTree(text.stringValue())) {
                        String name = column.path("name").asString(Integer.toString(place++));
                        columns.put(part + "." + name, describe(column));
                    }
                }
            }
            return columns;
        } catch (JacksonException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED, "the signature cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String describe(JsonNode column) {
        JsonNode type = column.path("type");
        JsonNode tensor = column.path("tensor-spec");
        String text = tensor.isObject()
                ? "tensor of " + tensor.path("dtype").asString("") + " " + tensor.path("shape")
                : column.has("items") || column.has("properties")
                        ? withoutName(column)
                        : type.isString() ? type.stringValue() : type.toString();
        String initial = column.has("default") ? " = " + column.get("default") : "";
        return text + initial + (column.path("required").asBoolean(true) ? "" : " (optional)");
    }

    private static String withoutName(JsonNode column) {
        return column.deepCopy().asObject().without("name").toString();
    }
}
