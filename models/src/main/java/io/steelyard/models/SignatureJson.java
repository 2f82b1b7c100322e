package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Columns as MLflow writes them in a signature: a JSON array of column specifications, kept as a string.
final class SignatureJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SignatureJson() {}

    static String write(Schema columns) {
        ArrayNode array = JSON.createArrayNode();
        for (Field field : columns.fields()) {
            array.addObject()
                    .put("type", spelling(field.type()))
                    .put("name", field.name())
                    .put("required", true);
        }
        return JSON.writeValueAsString(array);
    }

    /// @throws ModelException where the text is no list of named columns of known types
    static Schema read(String text) {
        try {
            List<Field> fields = new ArrayList<>();
            for (JsonNode column : JSON.readTree(text)) {
                fields.add(field(column));
            }
            return new Schema(fields);
        } catch (JacksonException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED, "the signature is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, "the signature: " + e.getMessage(), e);
        }
    }

    private static Field field(JsonNode column) {
        String type = column.path("type").asString("");
        if (type.equals("tensor")) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    "the signature is that of a tensor, but only columns are supported; log the model with a data frame");
        }
        String name = column.path("name").asString("");
        if (name.isBlank()) {
            throw new ModelException(ModelException.Kind.UNSUPPORTED, "the signature has a column without a name");
        }
        return new Field(name, type(name, type));
    }

    private static String spelling(ColumnType type) {
        return switch (type) {
            case DOUBLE -> "double";
            case LONG -> "long";
            case BOOLEAN -> "boolean";
            case STRING -> "string";
            case TIMESTAMP -> "datetime";
        };
    }

    private static ColumnType type(String name, String type) {
        return switch (type) {
            case "double", "float" -> ColumnType.DOUBLE;
            case "long", "integer" -> ColumnType.LONG;
            case "boolean" -> ColumnType.BOOLEAN;
            case "string" -> ColumnType.STRING;
            case "datetime" -> ColumnType.TIMESTAMP;
            default ->
                throw new ModelException(
                        ModelException.Kind.UNSUPPORTED,
                        "the signature's column '" + name + "' is of type '" + type
                                + "'; double, float, long, integer, boolean, string and datetime are supported");
        };
    }
}
