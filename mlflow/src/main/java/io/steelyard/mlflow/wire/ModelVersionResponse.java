package io.steelyard.mlflow.wire;

/// The answer to requests for a version.
///
/// @param modelVersion the version
public record ModelVersionResponse(@Required ModelVersionEntry modelVersion) {}
