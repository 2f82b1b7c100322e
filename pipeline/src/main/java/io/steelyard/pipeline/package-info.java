/// The declarative pipeline, start to end: data, features, training, evaluation, gates, registration, serving, replay.
/// Whoever wants to see its steps go by implements [PipelineListener].
@NullMarked
package io.steelyard.pipeline;

import org.jspecify.annotations.NullMarked;
