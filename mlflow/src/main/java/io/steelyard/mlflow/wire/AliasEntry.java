package io.steelyard.mlflow.wire;

/// An alias of a registered model.
///
/// @param alias the alias
/// @param version the number of the version that it points at
public record AliasEntry(String alias, String version) {}
