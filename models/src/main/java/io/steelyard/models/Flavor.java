package io.steelyard.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One way to load a model: what `MLmodel` says under `flavors`.
///
/// @param mlModel the file it stands in
/// @param name the flavor's name
/// @param fields its fields
record Flavor(Path mlModel, String name, JsonNode fields) {
    String text(String key) {
        JsonNode value = fields.path(key);
        if (!value.isValueNode() || value.isNull()) {
            throw damaged("has no '" + key + "'");
        }
        return value.asString();
    }

    Optional<String> optionalText(String key) {
        return fields.hasNonNull(key) ? Optional.of(text(key)) : Optional.empty();
    }

    List<String> texts(String key) {
        JsonNode value = fields.path(key);
        if (!value.isArray() || value.valueStream().anyMatch(item -> !item.isValueNode())) {
            throw damaged("has no list '" + key + "'");
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    /// The file that a field names, which must stand in the model's folder.
    Path file(String key) {
        Path folder = mlModel.resolveSibling("").toAbsolutePath().normalize();
        Path file = folder.resolve(text(key)).normalize();
        if (!file.startsWith(folder)) {
            throw damaged("names the file '" + text(key) + "', which lies outside the folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    ModelException.Kind.NOT_FOUND,
                    file + ": there is no such file, but the flavor '" + name + "' names it");
        }
        return file;
    }

    /// Loads the file that a field names.
    Scorer scorer(String format, String key) {
        Path path = file(key);
        try {
            return ModelRuntimes.load(new ModelFile(format, path.getFileName().toString(), Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new ModelException(ModelException.Kind.UNREADABLE, path + ": the file cannot be read: " + e, e);
        } catch (ModelException e) {
            throw new ModelException(e.kind(), path.getParent() + "/" + e.getMessage(), e);
        }
    }

    ModelException damaged(String what) {
        return new ModelException(ModelException.Kind.DAMAGED, mlModel + ": the flavor '" + name + "' " + what);
    }
}
