package io.steelyard.registry;

import io.steelyard.tracking.KeyRules;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What names, aliases and tags of a registry may be, with MLflow's words for what they may not.
public final class RegistryRules {
    private static final int MAX_TAG_VALUE_LENGTH = 100_000;
    private static final int MAX_ALIAS_LENGTH = 255;
    private static final Pattern ALIAS = Pattern.compile("[\\w\\-]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VERSION_ALIAS = Pattern.compile("[vV]\\d+");

    /// The alias that always points at the newest version.
    public static final String LATEST = "latest";

    /// The tag that makes a prompt of a model.
    public static final String PROMPT_TAG = "mlflow.prompt.is_prompt";

    private RegistryRules() {}

    /// Checks a registered model's name: not blank, without `/` and `:`, no `.` or `..`.
    ///
    /// @param name the name
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireModelName(String name) {
        if (name.isBlank()) {
            throw RegistryException.invalid("Missing value for required parameter 'name'.");
        }
        if (name.contains("/") || name.contains(":")) {
            throw RegistryException.invalid("Invalid model name '" + name + "'. Names cannot contain '/' or ':'.");
        }
        KeyRules.pathProblem("name", name).ifPresent(RegistryRules::refuse);
    }

    /// Checks the new name of a registered model.
    ///
    /// @param name the name
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireNewModelName(String name) {
        if (name.isBlank()) {
            throw RegistryException.invalid("Missing value for required parameter 'new_name'.");
        }
        requireModelName(name);
    }

    /// Checks the key of a tag that is to be deleted.
    ///
    /// @param key its key, as [KeyRules] says
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireTagKey(String key) {
        KeyRules.problem("key", key).ifPresent(RegistryRules::refuse);
    }

    /// Checks an alias: letters, digits, `_` and `-`, 255 characters at most.
    ///
    /// @param alias the alias
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireAlias(String alias) {
        if (alias.isEmpty()) {
            throw RegistryException.invalid("Registered model alias name cannot be empty.");
        }
        if (!ALIAS.matcher(alias).matches()) {
            throw RegistryException.invalid("Invalid alias name: '" + alias
                    + "'. Names may only contain alphanumerics, underscores (_), and dashes (-).");
        }
        KeyRules.lengthProblem("Registered model alias name", MAX_ALIAS_LENGTH, alias)
                .ifPresent(RegistryRules::refuse);
    }

    /// Checks an alias that is to be set: beside the rules above, it is neither `latest` nor a version such as `v3`.
    ///
    /// @param alias the alias
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireFreeAlias(String alias) {
        requireAlias(alias);
        if (alias.equalsIgnoreCase(LATEST)) {
            throw RegistryException.invalid("'latest' alias name (case insensitive) is reserved.");
        }
        if (VERSION_ALIAS.matcher(alias).matches()) {
            throw RegistryException.invalid("Version alias name '" + alias + "' is reserved.");
        }
    }

    /// Checks a tag.
    ///
    /// @param key its key, as [KeyRules] says
    /// @param value its value, 100,000 characters at most
    /// @throws RegistryException of kind INVALID where it is none
    public static void requireTag(String key, String value) {
        KeyRules.problem("key", key).ifPresent(RegistryRules::refuse);
        KeyRules.lengthProblem("key", KeyRules.MAX_KEY_LENGTH, key).ifPresent(RegistryRules::refuse);
        KeyRules.lengthProblem("value", MAX_TAG_VALUE_LENGTH, value).ifPresent(RegistryRules::refuse);
    }

    /// Checks that versions may be archived for one that moves to a stage.
    ///
    /// @param stage where it moves
    /// @throws RegistryException of kind INVALID where the stage is neither staging nor production
    public static void requireActive(ModelStage stage) {
        if (stage != ModelStage.STAGING && stage != ModelStage.PRODUCTION) {
            throw RegistryException.invalid("Model version transition cannot archive existing model versions because '"
                    + stage.mlflowName() + "' is not an Active stage. Valid stages are ['Staging', 'Production']");
        }
    }

    /// Says that a new model's name is taken.
    ///
    /// @param name the name
    /// @param tags the new model's tags
    /// @param takenBy the tags of the one that has it
    /// @return the exception
    public static RegistryException nameTaken(String name, Map<String, String> tags, Map<String, String> takenBy) {
        String wanted = isPrompt(tags) ? "Prompt" : "Registered Model";
        String there = isPrompt(takenBy) ? "Prompt" : "Registered Model";
        return RegistryException.alreadyExists(
                wanted.equals(there)
                        ? wanted + " (name=" + name + ") already exists."
                        : "Tried to create a " + wanted.toLowerCase(Locale.ROOT) + " with name '" + name
                                + "', but the name is already taken by a " + there.toLowerCase(Locale.ROOT)
                                + ". MLflow does not allow creating a model and a prompt with the same name.");
    }

    /// Says whether tags are those of a prompt, which MLflow keeps among the models.
    ///
    /// @param tags the tags of a model or a version
    /// @return whether it is one
    public static boolean isPrompt(Map<String, String> tags) {
        return "true".equalsIgnoreCase(tags.getOrDefault(PROMPT_TAG, ""));
    }

    /// Says that there is no such model.
    ///
    /// @param name its name
    /// @return the exception
    public static RegistryException noModel(String name) {
        return RegistryException.notFound("Registered Model with name=" + name + " not found");
    }

    /// Says that there is no such version.
    ///
    /// @param name the model's name
    /// @param version its number
    /// @return the exception
    public static RegistryException noVersion(String name, int version) {
        return RegistryException.notFound("Model Version (name=" + name + ", version=" + version + ") not found");
    }

    /// Says that a model has no version that `latest` could be.
    ///
    /// @param name the model's name
    /// @return the exception
    public static RegistryException noLatest(String name) {
        return RegistryException.notFound("Latest version not found for model " + name + ".");
    }

    /// Says that there is no such alias.
    ///
    /// @param alias the alias
    /// @return the exception
    public static RegistryException noAlias(String alias) {
        return RegistryException.invalid("Registered model alias " + alias + " not found.");
    }

    private static void refuse(String message) {
        throw RegistryException.invalid(message);
    }
}
