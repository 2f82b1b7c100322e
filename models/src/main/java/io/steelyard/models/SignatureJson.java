package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Columns as MLflow writes them in a signature: a JSON array of column specifications, or of tensor specifications, kept as
/// a string.
final class SignatureJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUPPORTED = "double, float, long, integer, boolean, string and datetime are supported";

    private SignatureJson() {}

    static String write(Schema columns, Set<String> optional) {
        ArrayNode array = JSON.createArrayNode();
        for (Field field : columns.fields()) {
            array.addObject()
                    .put("type", spelling(field.type()))
                    .put("name", field.name())
                    .put("required", !optional.contains(field.name()));
        }
        return JSON.writeValueAsString(array);
    }

    /// @throws ModelException where the text is no list of columns of known types, and no matrix either
    static InputColumns read(String text) {
        try {
            List<Field> fields = new ArrayList<>();
            Set<String> optional = new HashSet<>();
            for (JsonNode column : JSON.readTree(text)) {
                if (isMatrix(column)) {
                    return matrix(column.path("tensor-spec"));
                }
                Field field = field(column);
                fields.add(field);
                if (!column.path("required").asBoolean(true)) {
                    optional.add(field.name());
                }
            }
            return new InputColumns(new Schema(fields), optional, InputColumns.Naming.NAMED);
        } catch (JacksonException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED, "the signature is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, "the signature: " + e.getMessage(), e);
        }
    }

    private static boolean isMatrix(JsonNode column) {
        return column.path("type").asString("").equals("tensor") && !column.hasNonNull("name");
    }

    private static InputColumns matrix(JsonNode tensor) {
        JsonNode shape = tensor.path("shape");
        if (shape.size() != 2 || shape.path(1).asInt(-1) < 1) {
            throw unsupported("the signature is a tensor of the shape " + shape
                    + ", but a matrix of as many columns for each row is supported, for example [-1, 3]");
        }
        return InputColumns.matrix(
                shape.path(1).intValue(),
                elementType("its matrix", tensor.path("dtype").asString("")));
    }

    private static Field field(JsonNode column) {
        String name = column.path("name").asString("");
        if (name.isBlank()) {
            throw unsupported("the signature has a column without a name");
        }
        String type = column.path("type").isString()
                ? column.path("type").stringValue()
                : column.path("type").toString();
        if (!type.equals("tensor")) {
            return new Field(name, type(name, type));
        }
        JsonNode shape = column.path("tensor-spec").path("shape");
        if (shape.size() > 2 || (shape.size() == 2 && shape.path(1).asInt() != 1)) {
            throw unsupported("the signature's column '" + name + "' is a tensor of the shape " + shape
                    + ", but one value a row is supported");
        }
        return new Field(
                name,
                elementType(
                        "column '" + name + "'",
                        column.path("tensor-spec").path("dtype").asString("")));
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
                throw unsupported("the signature's column '" + name + "' is of type '" + type + "'; " + SUPPORTED);
        };
    }

    /// A type as NumPy calls it.
    private static ColumnType elementType(String what, String type) {
        return switch (type) {
            case "float16", "float32", "float64" -> ColumnType.DOUBLE;
            case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32" -> ColumnType.LONG;
            case "bool" -> ColumnType.BOOLEAN;
            case "str", "object" -> ColumnType.STRING;
            case "datetime64", "datetime64[ns]", "datetime64[us]" -> ColumnType.TIMESTAMP;
            default ->
                throw unsupported("the signature: " + what + " has elements of the type '" + type
                        + "'; numbers, bool and str are supported");
        };
    }

    private static ModelException unsupported(String message) {
        return new ModelException(ModelException.Kind.UNSUPPORTED, message);
    }
}
