package io.steelyard.mlflow.wire;

/// The answer to `model-versions/get-download-uri`.
///
/// @param artifactUri where the model folder stands
public record DownloadUriResponse(@Required String artifactUri) {}
