package io.steelyard.tracking;

import java.util.Map;

/// A named collection of runs.
///
/// @param id a whole number as text; `0` is the experiment `Default`, which always exists
/// @param name its name, unique in a store
/// @param artifactLocation the root under which its runs' artifacts stand, for example `mlflow-artifacts:/3`
/// @param lifecycle whether it is in use
/// @param creationTimeMillis when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it was last changed
/// @param tags values by key
public record Experiment(
        String id,
        String name,
        String artifactLocation,
        Lifecycle lifecycle,
        long creationTimeMillis,
        long lastUpdateTimeMillis,
        Map<String, String> tags) {
    /// The number of the experiment `Default`.
    public static final long DEFAULT = 0;

    public Experiment {
        tags = Map.copyOf(tags);
    }

    /// Reads an id.
    ///
    /// @param id the id
    /// @return the number that it is
    /// @throws TrackingException of kind INVALID where it is none
    public static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw TrackingException.invalid(
                    "Invalid experiment ID '" + id + "'. Experiment ID must be a valid integer.");
        }
    }

    /// Says where the artifacts of an experiment stand whose maker named no place.
    ///
    /// @param number its id
    /// @return `mlflow-artifacts:/<id>`
    public static String usualLocation(long number) {
        return "mlflow-artifacts:/" + number;
    }

    /// Says where the artifacts of one of its runs stand, unless the run says otherwise.
    ///
    /// @param runId the run's id
    /// @return `<artifactLocation>/<runId>/artifacts`
    public String runArtifactUri(String runId) {
        return below(runId + "/artifacts");
    }

    /// Says where the files of one of its logged models stand.
    ///
    /// @param modelId the model's id
    /// @return `<artifactLocation>/models/<modelId>/artifacts`
    public String modelArtifactUri(String modelId) {
        return below("models/" + modelId + "/artifacts");
    }

    /// What a location asks of its store (`s3://bucket/root?region=x`) stays at the end.
    private String below(String path) {
        int question = artifactLocation.indexOf('?');
        int end = question < 0 || !artifactLocation.contains("://") ? artifactLocation.length() : question;
        String root = artifactLocation.substring(0, end);
        return root + (root.endsWith("/") ? "" : "/") + path + artifactLocation.substring(end);
    }
}
