/// Numbers about numbers: two-sample tests, distances, quantiles and seeded random streams. Arrays in, numbers out.
///
/// Whether a column has changed: [KolmogorovSmirnov] and [PopulationStabilityIndex] for numbers; [CategoricalPsi],
/// [ChiSquare] and [JensenShannon] for strings, the last two over [CategoryCounts]. Where to cut a column into bins:
/// [Quantiles]. The same of values that come one after another: [Moments], [QuantileSample], [DistinctCount], [TopValues].
/// All randomness of a run from one seed: [RandomStreams]. Numbers spelled as Python spells them:
/// [PythonFloat].
///
/// A missing number is NaN, a missing string is null. No method alters its arguments. Everything here is safe for any
/// number of threads, but what takes values one after another, and the generators that [RandomStreams#stream] hands out.
@NullMarked
package io.steelyard.stats;

import org.jspecify.annotations.NullMarked;
