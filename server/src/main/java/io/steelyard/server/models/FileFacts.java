package io.steelyard.server.models;

/// By what a file is known.
///
/// @param sizeBytes its size
/// @param sha256 the digest of its content, 64 hex digits
public record FileFacts(long sizeBytes, String sha256) {}
