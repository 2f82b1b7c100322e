package io.steelyard.mlflow.wire;

/// The request `GET registered-models/alias`.
///
/// @param name the registered model's name
/// @param alias the alias
public record GetAlias(@Required String name, @Required String alias) {}
