/// Programs that use Steelyard as a library.
@NullMarked
package io.steelyard.examples;

import org.jspecify.annotations.NullMarked;
