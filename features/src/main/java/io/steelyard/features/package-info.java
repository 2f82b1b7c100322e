/// Features as they were known at a time: a [FeatureView] says what is joined, and [PointInTimeJoin] joins it to rows
/// without a look into their future. Start with [PointInTimeJoin].
@NullMarked
package io.steelyard.features;

import org.jspecify.annotations.NullMarked;
