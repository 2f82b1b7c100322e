/// Tests of the inference server and what it is made of.
@NullMarked
package io.steelyard.serving;

import org.jspecify.annotations.NullMarked;
