/// The whole platform in one process: a data folder, the stores in it, and the two ports. Start with
/// [SteelyardServer]; a command without a server opens a [DataFolder] and a [Platform].
@NullMarked
package io.steelyard.server;

import org.jspecify.annotations.NullMarked;
