/// Registered models, their numbered versions, stages and aliases, and a log of who moved what and why. Start with
/// [RegistryStore].
@NullMarked
package io.steelyard.registry;

import org.jspecify.annotations.NullMarked;
