package io.steelyard.models;

import java.time.Instant;

/// Where a stored model comes from.
///
/// @param runId the run that trained it, 32 hexadecimal digits
/// @param artifactPath where the folder stands below the run's artifacts, for example `model`
/// @param modelUuid the model's own id, 32 hexadecimal digits
/// @param created when it was made
public record ModelOrigin(String runId, String artifactPath, String modelUuid, Instant created) {
    public ModelOrigin {
        hexadecimal("run", runId);
        hexadecimal("model", modelUuid);
        if (artifactPath.isBlank()) {
            throw new IllegalArgumentException("a model's path below the run's artifacts must not be blank");
        }
    }

    private static void hexadecimal(String what, String id) {
        if (!id.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "the id of a " + what + " has 32 lower-case hexadecimal digits, but is '" + id + "'");
        }
    }
}
