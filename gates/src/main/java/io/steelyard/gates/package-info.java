/// What a model must show before it ships: gates, and the verdict over a model's metrics. Start with [ValidationGate]
/// and [GateReport#weigh]; [ProductionGates] is a list to begin with.
///
/// Everything here is immutable and safe for any number of threads.
@NullMarked
package io.steelyard.gates;

import org.jspecify.annotations.NullMarked;
