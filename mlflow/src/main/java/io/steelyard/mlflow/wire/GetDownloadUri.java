package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `model-versions/get-download-uri`.
///
/// @param name the registered model's name
/// @param version the version's number
public record GetDownloadUri(
        @Nullable String name, @Nullable String version) {}
