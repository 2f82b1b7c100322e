/// Numbers about numbers: two-sample tests, distances, quantiles and seeded random streams. Arrays in, numbers out.
@NullMarked
package io.steelyard.stats;

import org.jspecify.annotations.NullMarked;
