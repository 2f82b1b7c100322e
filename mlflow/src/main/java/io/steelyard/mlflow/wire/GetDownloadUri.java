package io.steelyard.mlflow.wire;

/// The request `model-versions/get-download-uri`.
///
/// @param name the registered model's name
/// @param version the version's number
public record GetDownloadUri(
        @Required String name, @Required String version) {}
