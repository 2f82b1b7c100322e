package io.steelyard.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The file `MLmodel` of a model folder, in which MLflow says what the folder holds. Keys that nobody asks for are
/// ignored.
final class MlModel {
    static final String FILE = "MLmodel";

    private final Path file;
    private final JsonNode root;

    private MlModel(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// @throws ModelException where the file is not there or is no YAML mapping
    static MlModel read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            JsonNode root = YAMLMapper.shared().readTree(Files.readAllBytes(file));
            if (!root.isObject()) {
                throw new ModelException(ModelException.Kind.DAMAGED, file + ": this is no mapping of keys to values");
            }
            return new MlModel(file, root);
        } catch (NoSuchFileException e) {
            String why = Files.isDirectory(folder)
                    ? "there is no such file: " + folder + " is no model folder"
                    : "there is no such folder";
            throw new ModelException(ModelException.Kind.NOT_FOUND, file + ": " + why, e);
        } catch (IOException e) {
            throw new ModelException(ModelException.Kind.UNREADABLE, file + ": the file cannot be read: " + e, e);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new ModelException(
                    ModelException.Kind.DAMAGED,
                    file + ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ": this is no YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    Path file() {
        return file;
    }

    Optional<String> text(String key) {
        JsonNode value = root.path(key);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }

    List<String> flavors() {
        return root.path("flavors").propertyNames().stream().sorted().toList();
    }

    Optional<Flavor> flavor(String name) {
        JsonNode flavor = root.path("flavors").path(name);
        return flavor.isObject() ? Optional.of(new Flavor(file, name, flavor)) : Optional.empty();
    }

    /// The columns of the signature's inputs; empty where there is no signature.
    Optional<InputColumns> inputs() {
        JsonNode inputs = root.path("signature").path("inputs");
        if (!inputs.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignatureJson.read(inputs.asString()));
        } catch (ModelException e) {
            throw new ModelException(e.kind(), file + ": " + e.getMessage(), e);
        }
    }
}
