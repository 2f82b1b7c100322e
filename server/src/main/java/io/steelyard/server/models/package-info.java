/// What people ask of registered models beyond MLflow's interface: their log, what was in production when, and what
/// differs between two versions. Start with [ModelDesk].
@NullMarked
package io.steelyard.server.models;

import org.jspecify.annotations.NullMarked;
