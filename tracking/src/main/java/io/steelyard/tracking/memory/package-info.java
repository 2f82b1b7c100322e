/// A tracking store that keeps nothing: [InMemoryTrackingStore].
@NullMarked
package io.steelyard.tracking.memory;

import org.jspecify.annotations.NullMarked;
