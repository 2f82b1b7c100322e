package io.steelyard.tracking;

/// A logged model that a run made.
///
/// @param modelId the model
/// @param step the step at which it was made
public record ModelOutput(String modelId, long step) {}
