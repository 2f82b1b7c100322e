/// Tests of the measurements themselves.
@NullMarked
package io.steelyard.benchmarks.tracking;

import org.jspecify.annotations.NullMarked;
