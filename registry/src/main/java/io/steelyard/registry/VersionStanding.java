package io.steelyard.registry;

/// A version as the log knows it at one moment; it may have been deleted since.
///
/// @param modelName the name that the model had at that moment
/// @param version the version's number
/// @param since the line of the log by which it came to stand where it stood: who moved it there, when and why
public record VersionStanding(String modelName, int version, RegistryEvent since) {}
