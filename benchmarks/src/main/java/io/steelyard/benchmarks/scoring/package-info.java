/// Measures scoring: tree models in Java, beside the libraries that trained them. Start with [ScoringCommand].
@NullMarked
package io.steelyard.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
