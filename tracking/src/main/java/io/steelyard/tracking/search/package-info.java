/// The language of the five searches: [SearchGrammar] reads a filter into a [Filter] and an order into a list of
/// [OrderBy]. A store turns both into its own queries, or asks them of its rows, each seen as a [SearchRow].
@NullMarked
package io.steelyard.tracking.search;

import org.jspecify.annotations.NullMarked;
