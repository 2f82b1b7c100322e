/// Answers questions to models: a pool of versions that changes while traffic runs, the split of users between two versions,
/// and the inference server over HTTP. Start with [ModelPool] and [InferenceServer].
@NullMarked
package io.steelyard.serving;

import org.jspecify.annotations.NullMarked;
