/// Tests of the whole platform over HTTP.
@NullMarked
package io.steelyard.server;

import org.jspecify.annotations.NullMarked;
