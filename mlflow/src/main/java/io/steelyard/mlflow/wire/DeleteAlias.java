package io.steelyard.mlflow.wire;

/// The request `DELETE registered-models/alias`.
///
/// @param name the registered model's name
/// @param alias the alias
public record DeleteAlias(@Required String name, @Required String alias) {}
