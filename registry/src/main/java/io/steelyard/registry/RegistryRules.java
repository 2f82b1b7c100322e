package io.steelyard.registry;

import io.steelyard.tracking.KeyRules;
import java.util.regex.Pattern;

/// What names, aliases and tags of a registry may be, with MLflow's words for what they may not.
public final class RegistryRules {
    private static final int MAX_TAG_VALUE_LENGTH = 100_000;
    private static final int MAX_ALIAS_LENGTH = 255;
    private static final Pattern ALIAS = Pattern.compile("[\\w\\-]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VERSION_ALIAS = Pattern.compile("[vV]\\d+");

    /// The alias that always points at the newest version.
    public static final String LATEST = "latest";

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

    private static void refuse(String message) {
        throw RegistryException.invalid(message);
    }
}
