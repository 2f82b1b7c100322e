package io.steelyard.mlflow;

import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.RegistryStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an address `models:/…` names.
sealed interface ModelUri {
    /// A version of a registered model: `models:/name/3`, `models:/name/Production`, `models:/name/latest` or
    /// `models:/name@alias`.
    ///
    /// @param name the registered model's name
    /// @param version a number, a stage or `latest`; null: an alias is named
    /// @param alias the alias; empty: none is named
    record Version(String name, @Nullable String version, String alias) implements ModelUri {
        ModelVersion in(RegistryStore registry) {
            if (version == null) {
                return registry.versionByAlias(name, alias);
            }
            if (version.chars().allMatch(Character::isDigit)) {
                return registry.version(name, ModelVersionEndpoints.number(name, version));
            }
            if (version.equalsIgnoreCase("latest")) {
                return registry.versionByAlias(name, "latest");
            }
            List<ModelVersion> latest = registry.latestVersions(name, List.of(ModelStage.parse(version)));
            if (latest.isEmpty()) {
                throw RegistryException.notFound(
                        "No versions of model with name '" + name + "' and stage '" + version + "' found");
            }
            return latest.getFirst();
        }
    }

    /// A logged model: `models:/m-…`.
    ///
    /// @param id its id
    record LoggedModel(String id) implements ModelUri {}

    /// @throws MlflowException where it names neither
    static ModelUri parse(SourceUri uri) {
        String path = uri.path();
        if (uri.host().isEmpty() && path.startsWith("/") && path.length() > 1) {
            String[] parts = path.substring(1).split("/", -1);
            if (parts.length == 1 && !parts[0].isBlank()) {
                int at = parts[0].lastIndexOf('@');
                if (at < 0) {
                    return new LoggedModel(parts[0]);
                }
                if (at > 0 && !parts[0].substring(at + 1).isBlank()) {
                    return new Version(parts[0].substring(0, at), null, parts[0].substring(at + 1));
                }
            }
            if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
                return new Version(parts[0], parts[1], "");
            }
        }
        throw ModelSource.unidentified(uri.text(), "model_id");
    }
}
