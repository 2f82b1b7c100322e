/// Compares runs: the best by each metric, ranges and means, what they were configured with differently, and whether the
/// best is better than the others on the same folds. Start with [RunComparison#of].
@NullMarked
package io.steelyard.tracking.comparison;

import org.jspecify.annotations.NullMarked;
