package io.steelyard.pipeline.provenance;

/// A library that a run was made with.
///
/// @param name the jar's name without version; a folder of classes by its path
/// @param version the version in the jar's name; empty where it has none
/// @param sha256 the jar's digest; empty for a folder
public record Library(String name, String version, String sha256) {}
