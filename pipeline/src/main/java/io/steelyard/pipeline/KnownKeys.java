package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.steelyard.data.Nearest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks for keys that no record of the spec has. It comes before the records are made: a mistyped key would else be
/// reported as the missing one that was meant.
final class KnownKeys {
    private final String file;
    private final YamlPlaces places;

    KnownKeys(String file, YamlPlaces places) {
        this.file = file;
        this.places = places;
    }

    /// Checks a part of the tree.
    ///
    /// @param path where it stands; empty for the root
    /// @param node the part
    /// @param type what it is to become
    /// @throws PipelineException for the first key that is unknown, with the nearest known one
    void check(String path, JsonNode node, Type type) {
        if (node instanceof ArrayNode entries && type instanceof ParameterizedType list) {
            for (int i = 0; i < entries.size(); i++) {
                check(path + "." + i, entries.get(i), list.getActualTypeArguments()[0]);
            }
        } else if (node instanceof ObjectNode entries && type instanceof ParameterizedType map) {
            for (Map.Entry<String, JsonNode> entry : entries.properties()) {
                check(path + "." + entry.getKey(), entry.getValue(), map.getActualTypeArguments()[1]);
            }
        } else if (node instanceof ObjectNode object && type instanceof Class<?> wanted) {
            Class<?> record = meant(path, object, wanted);
            if (record.isRecord()) {
                check(path, object, record, record != wanted);
            }
        }
    }

    private void check(String path, ObjectNode object, Class<?> record, boolean hasKind) {
        List<String> known = new ArrayList<>();
        if (hasKind) {
            known.add("kind");
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String key = snakeCase(component.getName());
            known.add(key);
            JsonNode below = object.get(key);
            if (below != null) {
                check(path.isEmpty() ? key : path + "." + key, below, component.getGenericType());
            }
        }
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw unknown(path.isEmpty() ? key : path + "." + key, key, known);
            }
        }
    }

    /// The record of a closed set that the key `kind` names; the type itself where it is no such set.
    private Class<?> meant(String path, ObjectNode object, Class<?> type) {
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        if (kinds == null) {
            return type;
        }
        String wanted = object.path("kind").asString("");
        List<String> known = new ArrayList<>();
        for (JsonSubTypes.Type kind : kinds.value()) {
            if (kind.name().equals(wanted)) {
                return kind.value();
            }
            known.add(kind.name());
        }
        throw new PipelineException(file + ": " + place(path)
                + (object.has("kind")
                        ? "unknown kind '" + wanted + "' in '" + path + "'" + nearest(wanted, known)
                        : "'" + path + "': the key 'kind' is missing; known are " + String.join(", ", known)));
    }

    private PipelineException unknown(String path, String key, List<String> known) {
        return new PipelineException(file + ": " + place(path) + "unknown key '" + path + "'" + nearest(key, known));
    }

    private String place(String path) {
        return places.at(path).map(p -> p + ": ").orElse("");
    }

    private static String nearest(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(n -> "; the nearest is '" + n + "'")
                .orElse("; known are " + String.join(", ", known));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
