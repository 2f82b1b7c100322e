package io.steelyard.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A data set that a run read, as a store keeps it: MLflow's data set input.
///
/// @param name what it is called, 500 characters at most
/// @param digest the content's digest, 36 characters at most
/// @param sourceType what kind of place the source is, for example `local`
/// @param source where it was read from, 65,535 characters at most
/// @param schema its schema, 1,048,575 characters at most; null: unknown
/// @param profile figures about it, 16,777,215 characters at most; null: none
/// @param tags tags of this use of it, among them `mlflow.data.context`
public record RunInput(
        String name,
        String digest,
        String sourceType,
        String source,
        @Nullable String schema,
        @Nullable String profile,
        Map<String, String> tags) {
    /// The tag that says what a data set was used for, for example `training`.
    public static final String CONTEXT_TAG = "mlflow.data.context";

    /// @throws TrackingException of kind INVALID where something is too long
    public RunInput {
        checkLength("name", 500, name);
        checkLength("digest", 36, digest);
        checkLength("source", 65_535, source);
        checkLength("schema", 1_048_575, schema);
        checkLength("profile", 16_777_215, profile);
        tags.forEach((key, value) -> {
            checkLength("key", 255, key);
            checkLength("value", 500, value);
        });
        tags = Map.copyOf(tags);
    }

    /// Makes one of what a pipeline says.
    ///
    /// @param input a data set that was read from a local file
    /// @return the input, with its context as a tag
    public static RunInput of(DatasetInput input) {
        return new RunInput(
                input.name(),
                input.digest(),
                "local",
                input.source(),
                null,
                null,
                Map.of(CONTEXT_TAG, input.context()));
    }

    private static void checkLength(String what, int limit, @Nullable String text) {
        if (text != null) {
            KeyRules.lengthProblem(what, limit, text).ifPresent(TrackingException::throwInvalid);
        }
    }
}
