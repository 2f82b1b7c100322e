/// Ensembles of decision trees: a model file of a boosting library becomes one immutable [Forest], which scores rows
/// without that library.
/// The JDK is all it needs.
///
/// Start with [XgboostModelFile].
@NullMarked
package io.steelyard.forest;

import org.jspecify.annotations.NullMarked;
