/// Tests of the measurements themselves.
@NullMarked
package io.steelyard.benchmarks.report;

import org.jspecify.annotations.NullMarked;
