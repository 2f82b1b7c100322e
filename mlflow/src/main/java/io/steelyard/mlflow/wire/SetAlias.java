package io.steelyard.mlflow.wire;

/// The request `POST registered-models/alias`.
///
/// @param name the registered model's name
/// @param alias the alias
/// @param version the number of the version that it shall point at
public record SetAlias(
        @Required String name,
        @Required String alias,
        @Required String version) {}
