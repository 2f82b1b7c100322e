/// Watches a model that serves: keeps what it predicted and what came true, and says whether its input has moved and how good
/// it is. Start with [PredictionLog] to write, [PredictionHistory] to read, [DriftReference] and [QualityReport] to weigh.
@NullMarked
package io.steelyard.monitoring;

import org.jspecify.annotations.NullMarked;
