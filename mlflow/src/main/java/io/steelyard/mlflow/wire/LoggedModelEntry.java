package io.steelyard.mlflow.wire;

/// A logged model.
///
/// @param info what is known of it
/// @param data its parameters and figures
public record LoggedModelEntry(@Required LoggedModelInfo info, LoggedModelData data) {}
