package io.steelyard.pipeline;

import io.steelyard.tracking.RunLog;
import java.nio.file.Path;

/// What a pipeline works with: where it writes down what it does, where its files go, who serves its model, and who watches.
///
/// @param log the run's record; the pipeline ends it, the caller closes it
/// @param folder the data folder, in which `features/` and `predictions/` are made
/// @param host serves the model
/// @param listener told of every step
public record Workplace(RunLog log, Path folder, ModelHost host, PipelineListener listener) {}
