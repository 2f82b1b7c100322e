/// Tests of what is kept of predictions and how they are weighed.
@NullMarked
package io.steelyard.monitoring;

import org.jspecify.annotations.NullMarked;
