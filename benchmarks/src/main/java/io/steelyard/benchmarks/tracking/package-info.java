/// Tracking, beside MLflow's own server. Start with [TrackingCommand].
@NullMarked
package io.steelyard.benchmarks.tracking;

import org.jspecify.annotations.NullMarked;
