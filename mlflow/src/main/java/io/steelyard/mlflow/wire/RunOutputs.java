package io.steelyard.mlflow.wire;

/// What models a run made; no part of it is kept.
public record RunOutputs() {}
