/// What a run recorded: experiments, runs, parameters, metrics, tags, inputs. A pipeline writes through [RunLog]; the
/// store behind it is a [TrackingStore].
@NullMarked
package io.steelyard.tracking;

import org.jspecify.annotations.NullMarked;
