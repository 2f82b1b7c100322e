package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A run.
///
/// @param info start and end
/// @param data what it recorded
/// @param inputs what it read
/// @param outputs what it made; absent in the answer to `runs/create`
public record RunEntry(
        @Required RunInfo info,
        RunData data,
        RunInputs inputs,
        @Nullable RunOutputs outputs) {}
