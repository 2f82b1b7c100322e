package io.steelyard.pipeline;

import io.steelyard.data.Nearest;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A pipeline's YAML file, read and checked.
///
/// @param path the file
/// @param text what stood in it
/// @param overrides the values that replaced those of the file, by path
/// @param settings every value with the overrides, by path as in [#read], in the file's order, as JSON writes it but text
///     without quotes
/// @param spec what it says, with the overrides
public record PipelineFile(
        Path path, String text, Map<String, String> overrides, Map<String, String> settings, PipelineSpec spec) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new YamlDuration()))
            .build();

    public PipelineFile {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /// Reads a pipeline.
    ///
    /// @param path the YAML file
    /// @param overrides values by path, for example `model.rounds` → `50`, which replace those of the file; entries of a list go by
    ///     their position from 0
    /// @return the pipeline
    /// @throws PipelineException where the file is not there or not YAML, or a key is unknown, missing or has an impossible value;
    ///     the message has the place
    public static PipelineFile read(Path path, Map<String, String> overrides) {
        String text = text(path);
        String name = path.toString();
        YamlPlaces places = YamlPlaces.of(name, text);
        try {
            JsonNode tree = YAML.readTree(text);
            if (!(tree instanceof ObjectNode root)) {
                throw new PipelineException(
                        name + " holds no pipeline: it must begin with keys such as 'name' and 'data'");
            }
            overrides.forEach((key, value) -> override(root, key, value));
            new KnownKeys(name, places).check("", root, PipelineSpec.class);
            Map<String, String> settings = new LinkedHashMap<>();
            flatten("", root, settings);
            return new PipelineFile(path, text, overrides, settings, YAML.treeToValue(root, PipelineSpec.class));
        } catch (JacksonException e) {
            String where = dotted(e);
            String place = places.at(where).map(p -> p + ": ").orElse("");
            throw new PipelineException(name + ": " + place + reason(e, where), e);
        }
    }

    /// The folder that the file's relative paths start from.
    ///
    /// @return the file's folder
    public Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new PipelineException("there is no file " + path, e);
        } catch (MalformedInputException e) {
            throw new PipelineException(path + " is not YAML: it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new PipelineException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static void override(ObjectNode root, String path, String value) {
        JsonNode node = root;
        List<String> parts = new ArrayList<>(List.of(path.split("\\.")));
        String last = parts.removeLast();
        for (String part : parts) {
            node = child(node, path, part);
        }
        JsonNode replacement = YAML.readTree(value);
        switch (node) {
            case ObjectNode object -> object.set(last, replacement);
            case ArrayNode array -> {
                child(array, path, last);
                array.set(Integer.parseInt(last), replacement);
            }
            default -> throw new PipelineException("the parameter '" + path + "' names nothing in the pipeline");
        }
    }

    private static JsonNode child(JsonNode node, String path, String part) {
        JsonNode child = node instanceof ArrayNode array && part.matches("\\d{1,6}")
                ? array.get(Integer.parseInt(part))
                : node.get(part);
        if (child == null) {
            String nearest = Nearest.to(part, node.propertyNames())
                    .map(n -> "; the nearest is '" + n + "'")
                    .orElse("");
            throw new PipelineException(
                    "the parameter '" + path + "' names nothing in the pipeline: there is no '" + part + "'" + nearest);
        }
        return child;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> settings) {
        String below = path.isEmpty() ? "" : path + ".";
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() ->
                object.properties().forEach(entry -> flatten(below + entry.getKey(), entry.getValue(), settings));
            case ArrayNode array
            when !array.isEmpty() -> {
                for (int i = 0; i < array.size(); i++) {
                    flatten(below + i, array.get(i), settings);
                }
            }
            default -> settings.put(path, node.isString() ? node.asString() : node.toString());
        }
    }

    private static String dotted(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String reason(JacksonException e, String where) {
        String at = where.isEmpty() ? "" : "'" + where + "': ";
        if (e.getCause() instanceof IllegalArgumentException check && check.getMessage() != null) {
            return at + check.getMessage();
        }
        String message = e.getOriginalMessage();
        return at
                + (e instanceof DatabindException ? message.lines().findFirst().orElse(message) : message);
    }
}
