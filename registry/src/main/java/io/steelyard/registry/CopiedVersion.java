package io.steelyard.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version that a source `models:/NAME/NUMBER` names.
///
/// @param modelName the registered model's name
/// @param version the version's number
public record CopiedVersion(String modelName, int version) {
    private static final Pattern SOURCE = Pattern.compile("models:/+([^/@]+)/(\\d{1,9})");

    /// Reads a source.
    ///
    /// @param source for example `models:/delays/3`
    /// @return the version; empty where the source names none by its number
    public static Optional<CopiedVersion> of(String source) {
        Matcher matcher = SOURCE.matcher(source);
        return matcher.matches()
                ? Optional.of(new CopiedVersion(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
