/// Tests of the measurements themselves.
@NullMarked
package io.steelyard.benchmarks;

import org.jspecify.annotations.NullMarked;
