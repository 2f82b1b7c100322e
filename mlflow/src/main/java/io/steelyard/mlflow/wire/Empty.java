package io.steelyard.mlflow.wire;

/// The answer of requests that only write.
public record Empty() {}
